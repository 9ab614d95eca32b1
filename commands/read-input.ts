import { UserError } from '../src/errors.ts'
import type { AnyCommand } from './command.ts'

/** `name:value`, the value bare or in quotation marks of any kind. */
const CLAIM = /(?<![^\s])([a-z]+):(?:"([^"]*)"|“([^”]*)”|([^\s"“]\S*))/g

/**
 * A command's input, read from what a person typed after its name: `name:value` for the options it has, all
 * other words for its free option. Throws a UserError that shows the usage when a required one is missing.
 */
export function readInput(command: AnyCommand, text: string): Record<string, string> {
  const input: Record<string, string> = {}
  const rest = text.replace(CLAIM, (claim, name: string, ...values: (string | undefined)[]) => {
    if (!Object.hasOwn(command.options, name)) return claim
    input[name] = values.slice(0, 3).find((value) => value !== undefined) ?? ''
    return ''
  })
  return checkInput(command, withFree(command, input, rest.replace(/\s+/g, ' ').trim()))
}

/** The most characters of an option, as Discord has it: a longer question would keep everybody else waiting. */
const LONGEST = 6000

/**
 * Input as it came from typed options, without what was left empty; a UserError when a required one is missing, or
 * one is too long.
 */
export function checkInput(
  command: AnyCommand,
  input: Record<string, string | undefined>,
): Record<string, string> {
  const given = Object.entries(input).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.trim()]] : [],
  )
  const checked: Record<string, string> = Object.fromEntries(given)
  const long = Object.keys(checked).find((name) => (checked[name] ?? '').length > LONGEST)
  if (long) throw new UserError(`${long}: this is longer than ${LONGEST} characters. Ask for a part of it.`)
  const missing = Object.entries(command.options).find(([name, option]) => option.required && !checked[name])
  if (missing) throw new UserError(`/${command.name} needs ${missing[1].description}. ${usage(command)}`)
  return checked
}

/** How a command is used, in one line: its options, and an example. */
export function usage(command: AnyCommand): string {
  const options = Object.entries(command.options).map(([name, option]) => {
    const form = option.free ? name : `${name}:…`
    return option.required ? form : `[${form}]`
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
