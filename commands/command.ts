import type { z } from 'zod'
import type { Evidence } from '../src/answers/answer.ts'
import type { Newsroom } from '../src/newsroom.ts'
import type { Reply } from '../src/replies/reply.ts'

/** What an option holds; a platform may offer suggestions for all but `text`. */
export type OptionKind = 'text' | 'speaker' | 'outlet' | 'author' | 'article' | 'date'

/** An option of a command. At most one a command is `free`: it takes all words that no `name:value` claims. */
export type Option = { kind: OptionKind; description: string; required?: true; free?: true }
export type Options = Record<string, Option>

/** What a command is given: a value for each required option, and for some of the others. */
export type Input<O extends Options> = {
  [Name in keyof O as O[Name] extends { required: true } ? Name : never]: string
} & { [Name in keyof O as O[Name] extends { required: true } ? never : Name]?: string }

/**
 * A command is one thing people can ask, on every platform: `ask` finds the result, which is plain data,
 * and `reply` tells it to a person.
 */
export type Command<O extends Options = Options, Result = unknown> = {
  name: string
  description: string
  /** What a person might type after the name. */
  examples: string[]
  options: O
  /** The shape of what it finds. */
  result: z.ZodType<Result>
  /** The name it goes by where it is asked of a message, whose words it takes as its free option. */
  onMessage?: { name: string; words: (message: string) => string }
  ask: (newsroom: Newsroom, input: Input<O>) => Promise<Result>
  reply: (result: Result) => Reply
  /** What of a result is evidence, and can be looked at again later; nothing where there is none of it. */
  evidence?: (result: Result) => Evidence[]
  /** The near misses that its reply shows where it found nothing. */
  nearest?: (result: Result) => Evidence[]
}

/** A command in the list of all: its result is known to itself alone. */
export type AnyCommand = Omit<Command, 'ask' | 'reply' | 'evidence' | 'nearest'> & {
  ask: (newsroom: Newsroom, input: Record<string, string>) => Promise<unknown>
  reply: (result: unknown) => Reply
  evidence?: (result: unknown) => Evidence[]
  nearest?: (result: unknown) => Evidence[]
}

/** Defines a command, so that its input is typed by its options and its reply by what it asks. */
export const defineCommand = <const O extends Options, Result>(command: Command<O, Result>) =>
  command as unknown as AnyCommand & Command<O, Result>
