// Reads and checks the input of a command.
import { UserError } from '../src/errors.ts'
import { IN_DOUBLE_MARKS } from '../src/language/quotation-marks.ts'
import type { AnyCommand } from './command.ts'

/**
 * `name:value`, in any case; the value in straight or curly double marks, bare, or after a space: then a name runs on as
 * long as its words have capitals ("speaker: Ida Marsh").
 */
const NAMED_OPTION =
  /(?<![^\s])([A-Za-z]+):(?:[^\S\n]*(?:"([^"]*)"|“([^”]*)”)|([^\s"“]\S*)|[^\S\n]+(\p{Lu}\S*(?:[^\S\n]+\p{Lu}\S*)*|[^\s"“]\S*))/gu

/** Days of several words may stand behind a filter without marks: "after:last week". */
const NAMED_DAYS = /(?<![^\s])(after|before):\s*((?:last|this|past|since) \p{L}+)/giu

/**
 * Reads a command's input from the words after its name: `name:value` for its options, all other words for its free
 * option. "please speaker:Homan" gives `{ question: 'please', speaker: 'Homan' }`. Throws a UserError like `checkInput`,
 * and where a name is that of no option.
 */
export function readInput(command: AnyCommand, text: string): Record<string, string> {
  const input: Record<string, string> = {}
  const marked = text.replace(NAMED_DAYS, '$1:"$2"')
  const rest = marked.replace(NAMED_OPTION, (claim, typed: string, ...values: (string | undefined)[]) => {
    const name = typed.toLowerCase()
    if (!Object.hasOwn(command.options, name)) return claim
    input[name] = values.slice(0, 4).find((value) => value !== undefined) ?? ''
    return ''
  })
  const words = rest.replace(/\s+/g, ' ').trim()
  refuseUnknownFilter(command, words)
  return checkInput(command, withFree(command, input, words))
}

/** What looks like a filter: not an address, a time of day, or words in marks. */
const LIKE_FILTER = /(?<![^\s])([a-z]{3,}):(?!\/\/)[^\s:]/u

function refuseUnknownFilter(command: AnyCommand, words: string): void {
  const options = Object.entries(command.options)
  if (options.some(([, { verbatim }]) => verbatim)) return
  const unmarked = words.replace(IN_DOUBLE_MARKS, ' ')
  const name = LIKE_FILTER.exec(unmarked)?.[1]
  if (!name) return
  const known = options.filter(([, { free, typed }]) => !free && !typed).map(([filter]) => `${filter}:`)
  const filters = known.length ? `It has ${known.join(' ')}.` : 'It has none.'
  throw new UserError(
    `${name}: is no filter of /${command.name}. ${filters} Words with a colon are looked for in quotation marks.`,
  )
}

/** Characters of an option at most, which is Discord’s limit: a longer question would delay everybody else’s. */
const MAX_OPTION_CHARS = 6000

/**
 * Returns the input without empty values, and trimmed. Throws a UserError where a required option is missing (with the
 * usage) or a value is longer than `MAX_OPTION_CHARS`.
 */
export function checkInput(
  command: AnyCommand,
  input: Record<string, string | number | undefined>,
): Record<string, string> {
  const given = Object.entries(input).flatMap(([name, value]) => {
    const words = String(value ?? '').trim()
    return words ? [[name, words]] : []
  })
  const checked: Record<string, string> = Object.fromEntries(given)
  const long = Object.keys(checked).find((name) => (checked[name] ?? '').length > MAX_OPTION_CHARS)
  if (long)
    throw new UserError(`${long}: this is longer than ${MAX_OPTION_CHARS} characters. Ask for a part of it.`)
  const missing = Object.entries(command.options).find(
    ([name, { required, needed }]) =>
      !checked[name] && (required || (needed === 'alone' && !isNarrowed(command, checked))),
  )
  if (missing) throw new UserError(`/${command.name} needs ${missing[1].description}. ${usage(command)}`)
  return checked
}

/** Whether an input has an option that narrows a search, beside those that page through what it finds. */
const isNarrowed = ({ options }: AnyCommand, input: Record<string, string>) =>
  Object.keys(input).some((name) => !options[name]?.typed)

/** Returns the usage of a command on one line: its options, and an example. */
export function usage(command: AnyCommand): string {
  const shown = Object.entries(command.options).filter(([, { typed }]) => !typed)
  const options = shown.map(([name, option]) => {
    const form = option.free ? name : `${name}:…`
    return option.required || option.needed ? form : `[${form}]`
  })
  return `Usage: /${command.name} ${options.join(' ')}. For example: /${command.name} ${command.examples[0]}`.trim()
}

function withFree(command: AnyCommand, input: Record<string, string>, rest: string): Record<string, string> {
  const free = Object.entries(command.options).find(([, option]) => option.free)?.[0]
  if (free) return { ...input, ...(rest && { [free]: rest }) }
  if (rest)
    throw new UserError(`/${command.name} takes no words of its own, but got “${rest}”. ${usage(command)}`)
  return input
}
