// Words what is wrong with a value, in the place of zod's own sentences; importing it is enough.
import { z } from 'zod'

type Issue = z.core.$ZodRawIssue

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  null: 'null',
}

const FORMAT_NAMES: Record<string, string> = {
  url: 'an address',
  email: 'a mail address',
  date: 'a day such as 2026-01-31',
  datetime: 'a time such as 2026-01-31T18:00:00Z',
}

/** Units of what can be too long or too short, by its kind. */
const UNITS: Record<string, string> = { string: 'characters', array: 'entries', set: 'entries' }

/**
 * Returns a phrase that completes a sentence whose subject is the value: "must be a whole number". The value itself is
 * not in it. Undefined, where a schema has words of its own.
 */
function issueWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${typeName(issue.expected)}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
      return FORMAT_NAMES[issue.format]
        ? `must be ${FORMAT_NAMES[issue.format]}`
        : 'is not written as it must be'
    case 'too_small':
      return issue.minimum === 1 && UNITS[issue.origin]
        ? 'is empty'
        : `must ${bound(issue.origin, 'at least', issue.minimum)}`
    case 'too_big':
      return `must ${bound(issue.origin, 'at most', issue.maximum)}`
    case 'unrecognized_keys':
      return `has ${issue.keys.map((key: string) => `“${key}”`).join(', ')}, which nobody knows`
    default:
      return 'cannot be read'
  }
}

const typeName = (expected: string) => TYPE_NAMES[expected] ?? 'something else'

const bound = (origin: string, limit: string, number: number | bigint) =>
  UNITS[origin] ? `have ${limit} ${number} ${UNITS[origin]}` : `be ${limit} ${number}`

z.config({ customError: issueWords })
