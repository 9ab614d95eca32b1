// Reads the filters that people type among other words: `speaker:Homan`.
import { distance } from 'fastest-levenshtein'
import { UserError } from '../src/errors.ts'
import type { AnyCommand } from './command.ts'

/**
 * `name:value`, with or without a space between them, in any case; the value bare or in straight or curly double
 * quotation marks.
 */
const NAMED_VALUE = /(?<![^\s])([a-z]+):(\s?)(?:"([^"]*)"|“([^”]*)”|([^\s"“/]\S*))/giu

/** The filters in a text, by the names of a command's options, and the words besides. */
type TypedFilters = { named: Record<string, string>; rest: string }

/**
 * Returns the filters of a command in a text. `Speaker:Trump` and `speaker: Trump` are read like `speaker:Trump`. Throws
 * a UserError where something is rather a filter that there is not (`source:Trump`) than a word of a text.
 */
export function readFilters({ options }: AnyCommand, text: string): TypedFilters {
  const named: Record<string, string> = {}
  const rest = text.replace(
    NAMED_VALUE,
    (all, written: string, space: string, ...values: (string | undefined)[]) => {
      const name = written.toLowerCase()
      if (!Object.hasOwn(options, name) || options[name]?.free) {
        if (!space && isMistaken(name, options)) throw noSuchFilter(written, options)
        return all
      }
      named[name] = values.slice(0, 3).find((value) => value !== undefined) ?? ''
      return ''
    },
  )
  return { named, rest: rest.replace(/\s+/g, ' ').trim() }
}

/** Words that people take for the name of a filter, since other archives have one of that name. */
const OTHER_ARCHIVES_FILTERS = new Set(
  'by byline date from headline journalist name outlets paper person publication publisher reporter said since source speakers title until who writer'.split(
    ' ',
  ),
)

/** Letters in which a mistyped name differs from that of a filter at most, and its length at least. */
const MAX_TYPING_ERRORS = 2
const MIN_MISTYPED_CHARS = 5

/** Tells whether a name before a colon is meant for a filter of a command that has filters. */
function isMistaken(name: string, options: AnyCommand['options']): boolean {
  const filters = filterNames(options)
  if (filters.length === 0) return false
  const isMistyped = filters.some(
    (filter) => name.length >= MIN_MISTYPED_CHARS && distance(filter, name) <= MAX_TYPING_ERRORS,
  )
  return isMistyped || OTHER_ARCHIVES_FILTERS.has(name)
}

const filterNames = (options: AnyCommand['options']) =>
  Object.keys(options).filter((name) => !options[name]?.free)

function noSuchFilter(written: string, options: AnyCommand['options']): UserError {
  const names = filterNames(options).map((name) => `${name}:`)
  return new UserError(
    `There is no filter “${written}:”. There are ${new Intl.ListFormat('en-US').format(names)}, as in ${names[0]}Name.`,
  )
}
