// Reads and checks the input of a command.
import { UserError } from '../src/errors.ts'
import type { AnyCommand } from './command.ts'
import { readFilters } from './read-filters.ts'

/**
 * Reads a command's input from the words after its name: `name:value` for its options, all other words for its free
 * option. "please speaker:Homan" gives `{ question: 'please', speaker: 'Homan' }`. Throws a UserError like `checkInput`,
 * and for a filter that there is not.
 */
export function readInput(command: AnyCommand, text: string): Record<string, string> {
  const { named, rest } = readFilters(command, text)
  return checkInput(command, withFree(command, named, rest))
}

/**
 * Returns the input that a form or a slash command gives, with the filters that were typed into its free option; what
 * was given as an option of its own counts before those. Throws a UserError like `readInput`.
 */
export function readOptions(
  command: AnyCommand,
  given: Record<string, string | number | undefined>,
): Record<string, string> {
  const free = freeOption(command)
  if (!free || !given[free]) return checkInput(command, given)
  const { named, rest } = readFilters(command, String(given[free]))
  return checkInput(command, { ...named, ...given, [free]: rest })
}

/** Characters of an option at most: a longer question would delay everybody else’s. A draft has a page of its own. */
export const MAX_OPTION_CHARS = 2000

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

const freeOption = ({ options }: AnyCommand) => Object.entries(options).find(([, { free }]) => free)?.[0]

function withFree(command: AnyCommand, input: Record<string, string>, rest: string): Record<string, string> {
  const free = freeOption(command)
  if (free) return { ...input, ...(rest && { [free]: rest }) }
  if (rest)
    throw new UserError(`/${command.name} takes no words of its own, but got “${rest}”. ${usage(command)}`)
  return input
}
