// Reads a question from the address of a page, and writes the address of a question.
import type { AnyCommand } from '../../../commands/command.ts'
import { MAX_OPTION_CHARS, readInput } from '../../../commands/read-input.ts'
import { UserError } from '../../errors.ts'

/** The question of an address: the command, the words of its free option, and its other options by name. */
export type WebQuestion = { command: AnyCommand; words: string; filters: Record<string, string> }

/** Returns the name of a command’s free option; null where it has none. */
export const freeOption = ({ options }: AnyCommand) =>
  Object.entries(options).find(([, { free }]) => free)?.[0] ?? null

/** Returns the options of a command that narrow the search: all but the free one. */
export const filterOptions = ({ options }: AnyCommand) =>
  Object.entries(options).filter(([, { free }]) => !free)

/**
 * Reads the question of an address: `command`, `q`, and a parameter for each filter. As in chat, the words may begin
 * with `/name` for another command, and hold `name:value` for a filter. Throws a UserError for an unknown command or
 * too many characters.
 */
export function parseAddress(query: URLSearchParams, commands: AnyCommand[]): WebQuestion {
  const question = readOnce(query, commands)
  const canonical = new URLSearchParams(addressOf(question).slice(2))
  return (canonical.get('q') ?? '') === (query.get('q') ?? '') ? question : parseAddress(canonical, commands)
}

/** Takes one `/name` prefix and the filters off the words; the rest may begin with another, so it is read again. */
function readOnce(query: URLSearchParams, commands: AnyCommand[]): WebQuestion {
  const typed = (query.get('q') ?? '').trim()
  if (typed.length > MAX_OPTION_CHARS)
    throw new UserError(`That is more than ${MAX_OPTION_CHARS} characters. Ask with fewer words.`)
  const [, prefix, rest = ''] = /^\/([a-z]+)(?:\s+(.*))?$/s.exec(typed) ?? []
  const name = prefix ?? query.get('command') ?? 'quote'
  const command = commands.find((one) => one.name === name && freeOption(one))
  if (!command) throw new UserError(`There is no “${name}” to ask here.`)
  const fromAddress = filterOptions(command).map(([name]): [string, string] => [
    name,
    (query.get(name) ?? '').trim().slice(0, MAX_OPTION_CHARS),
  ])
  const filters = Object.fromEntries(fromAddress.filter(([, value]) => value))
  return separateFilters(command, prefix ? rest : typed, filters)
}

/** Moves `name:value` from the words into the filters. */
function separateFilters(command: AnyCommand, typed: string, filters: Record<string, string>): WebQuestion {
  const free = freeOption(command) ?? ''
  const { [free]: words = '', ...typedFilters } = typed ? readInput(withOptionalWords(command), typed) : {}
  return { command, words, filters: { ...filters, ...withoutEmpty(typedFilters) } }
}

/** Returns the command with all options optional: an address may hold filters alone. */
const withOptionalWords = (command: AnyCommand): AnyCommand => ({
  ...command,
  options: Object.fromEntries(
    Object.entries(command.options).map(([name, { required: _, ...option }]) => [name, option]),
  ),
})

const withoutEmpty = (input: Record<string, string>) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value))

/** Whether an address asks for something: with words or, where the command needs none beside them, with filters. */
export const isAsked = ({ command, words, filters }: WebQuestion): boolean =>
  words !== '' ||
  (Object.keys(filters).some((name) => !command.options[name]?.typed) &&
    command.options[freeOption(command) ?? '']?.needed === 'alone')

/** Returns the canonical address of a question: `/?command=quote&q=please&speaker=Homan`. */
export function addressOf({ command, words, filters }: WebQuestion): string {
  const query = new URLSearchParams({ command: command.name, ...(words && { q: words }) })
  for (const [name] of filterOptions(command)) if (filters[name]) query.set(name, filters[name])
  return `/?${query}`
}

/** Returns the input for the command of a question. */
export const inputOf = ({ command, words, filters }: WebQuestion): Record<string, string> => ({
  [freeOption(command) ?? '']: words,
  ...filters,
})
