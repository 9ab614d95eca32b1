// Reads the filters that people type among other words: `speaker:Homan`.
import { UserError } from '../src/errors.ts'
import { IN_DOUBLE_MARKS } from '../src/language/quotation-marks.ts'
import type { AnyCommand } from './command.ts'

/**
 * `name:value`, in any case; the value in straight or curly double marks, bare, or after a space: then a name runs on as
 * long as its words have capitals ("speaker: Ida Marsh").
 */
const NAMED_VALUE =
  /(?<![^\s])([A-Za-z]+):(?:[^\S\n]*(?:"([^"]*)"|“([^”]*)”)|([^\s"“]\S*)|[^\S\n]+(\p{Lu}\S*(?:[^\S\n]+\p{Lu}\S*)*|[^\s"“]\S*))/gu

/** Days of several words may stand behind a filter without marks: "after:last week". */
const NAMED_DAYS = /(?<![^\s])(after|before):\s*((?:last|this|past|since) \p{L}+)/giu

/** The filters in a text, by the names of a command's options, and the words besides. */
type TypedFilters = { named: Record<string, string>; rest: string }

/**
 * Returns the filters of a command in a text. `Speaker:Trump` and `speaker: Trump` are read like `speaker:Trump`. Throws
 * a UserError for what looks like a filter and is none (`source:Trump`), unless the command takes its words as they are.
 */
export function readFilters(command: AnyCommand, text: string): TypedFilters {
  const named: Record<string, string> = {}
  const marked = text.replace(NAMED_DAYS, '$1:"$2"')
  const rest = marked.replace(NAMED_VALUE, (claim, written: string, ...values: (string | undefined)[]) => {
    const name = written.toLowerCase()
    const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined
    if (!option || option.free) return claim
    named[name] = values.slice(0, 4).find((value) => value !== undefined) ?? ''
    return ''
  })
  const words = rest.replace(/\s+/g, ' ').trim()
  refuseUnknownFilter(command, words)
  return { named, rest: words }
}

/** What looks like a filter: not an address, a time of day, or words in marks. */
const LIKE_FILTER = /(?<![^\s])([A-Za-z]{3,}):(?!\/\/)[^\s:]/u

function refuseUnknownFilter({ name: command, options }: AnyCommand, words: string): void {
  if (Object.values(options).some(({ verbatim }) => verbatim)) return
  const name = LIKE_FILTER.exec(words.replace(IN_DOUBLE_MARKS, ' '))?.[1]
  if (!name || (Object.hasOwn(options, name) && options[name]?.free)) return
  const known = Object.keys(options).filter((option) => !options[option]?.free && !options[option]?.typed)
  const filters = known.length ? `It has ${known.map((option) => `${option}:`).join(' ')}.` : 'It has none.'
  throw new UserError(
    `${name}: is no filter of /${command}. ${filters} Words with a colon are looked for in quotation marks.`,
  )
}
