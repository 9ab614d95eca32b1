// Puts what was asked into a message that carries it, and finds it there again.
import type { Node, Reply } from '../src/replies/reply.ts'
import type { AnyCommand } from './command.ts'

/** What begins the line of a message that holds what was asked. */
const ASKED_PREFIX = 'Checked: '

/** Characters of what was asked that a message carries: a button of Slack holds 2,000. */
const MAX_CARRIED_CHARS = 900

/** Returns the input of a command on one line as a person types it; null where it is longer than a message carries. */
export function typedInput({ options }: AnyCommand, input: Record<string, string>): string | null {
  const words = Object.entries(input).map(([name, value]) =>
    options[name]?.free ? value : `${name}:"${value.replaceAll('"', '')}"`,
  )
  const typed = words.join(' ').replace(/\s+/g, ' ').trim()
  return typed.length <= MAX_CARRIED_CHARS ? typed : null
}

/** Returns a reply with a line of what was asked below its heading. */
export function withAsked([heading, ...rest]: Reply, asked: string): Reply {
  const line: Node = { kind: 'text', text: ASKED_PREFIX + asked }
  return heading ? [heading, line, ...rest] : [line]
}

/** Returns what was asked from the text of a message that carries it; null where it carries none. */
export function askedIn(text: string): string | null {
  const line = text.split('\n').find((one) => one.startsWith(ASKED_PREFIX))
  const asked = line?.slice(ASKED_PREFIX.length).trim()
  return asked && asked.length <= MAX_CARRIED_CHARS ? asked : null
}
