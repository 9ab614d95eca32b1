import type { AnyCommand } from '../../../commands/command.ts'
import { readInput } from '../../../commands/read-input.ts'
import { UserError } from '../../errors.ts'

/** What a page's address asks: which command, its own words, and its other options by name. */
export type Asking = { command: AnyCommand; words: string; filters: Record<string, string> }

/** Longer questions are no questions. */
export const LONGEST = 1000

/** The option that takes a command's own words. */
export const freeOption = ({ options }: AnyCommand) =>
  Object.entries(options).find(([, { free }]) => free)?.[0] ?? null

/** The options of a command that narrow what it looks for. */
export const narrowing = ({ options }: AnyCommand) => Object.entries(options).filter(([, { free }]) => !free)

/**
 * What an address asks: `command`, `q`, and a parameter for each filter. As in chat, the words may begin with
 * `/name` for another command, and hold `name:value` for a filter. Throws a UserError where there is no such
 * command, or too much to read.
 */
export function askingOf(query: URLSearchParams, commands: AnyCommand[]): Asking {
  const asking = readOnce(query, commands)
  const settled = new URLSearchParams(addressOf(asking).slice(2))
  return (settled.get('q') ?? '') === (query.get('q') ?? '') ? asking : askingOf(settled, commands)
}

/** What is left of words after a prefix and filters were taken off may begin with another. */
function readOnce(query: URLSearchParams, commands: AnyCommand[]): Asking {
  const typed = (query.get('q') ?? '').trim()
  if (typed.length > LONGEST)
    throw new UserError(`That is more than ${LONGEST} characters. Ask with fewer words.`)
  const [, prefix, rest = ''] = /^\/([a-z]+)(?:\s+(.*))?$/s.exec(typed) ?? []
  const name = prefix ?? query.get('command') ?? 'quote'
  const command = commands.find((one) => one.name === name && freeOption(one))
  if (!command) throw new UserError(`There is no “${name}” to ask here.`)
  const given = narrowing(command).map(([name]): [string, string] => [
    name,
    (query.get(name) ?? '').trim().slice(0, LONGEST),
  ])
  const filters = Object.fromEntries(given.filter(([, value]) => value))
  return claimed(command, prefix ? rest : typed, filters)
}

/** Words without their `name:value`, which are filters. */
function claimed(command: AnyCommand, typed: string, filters: Record<string, string>): Asking {
  const free = freeOption(command) ?? ''
  const { [free]: words = '', ...typedFilters } = typed ? readInput(optional(command), typed) : {}
  return { command, words, filters: { ...filters, ...withoutEmpty(typedFilters) } }
}

/** A command that goes without its words: an address may hold filters alone. */
const optional = (command: AnyCommand): AnyCommand => ({
  ...command,
  options: Object.fromEntries(
    Object.entries(command.options).map(([name, { required: _, ...option }]) => [name, option]),
  ),
})

const withoutEmpty = (input: Record<string, string>) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value))

/** The address that asks this, the same for the same asking. */
export function addressOf({ command, words, filters }: Asking): string {
  const query = new URLSearchParams({ command: command.name, ...(words && { q: words }) })
  for (const [name] of narrowing(command)) if (filters[name]) query.set(name, filters[name])
  return `/?${query}`
}

/** The input that a command is given. */
export const inputOf = ({ command, words, filters }: Asking): Record<string, string> => ({
  [freeOption(command) ?? '']: words,
  ...filters,
})
