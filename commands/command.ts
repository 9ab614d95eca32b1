// Defines what a command is: its name, its options, what it asks and how it replies.
import type { z } from 'zod'
import type { Evidence } from '../src/answers/answer.ts'
import type { Newsroom } from '../src/newsroom/newsroom.ts'
import type { Reply } from '../src/replies/reply.ts'

/** The kind of an option’s value; a platform may offer suggestions for all but `text`. */
export type OptionKind = 'text' | 'speaker' | 'outlet' | 'author' | 'article' | 'date' | 'number'

/**
 * An option of a command. At most one is `free`: it takes all words that are no `name:value`. Needed `alone`: it may be
 * left out where another option is given. `verbatim`: its words are taken as they are, also where one looks like a filter.
 * `typed`: it is read where it is typed or sent, and offered in no form.
 */
export type Option = {
  kind: OptionKind
  description: string
  required?: true
  free?: true
  needed?: 'alone'
  verbatim?: true
  typed?: true
}
export type Options = Record<string, Option>

/** The input of a command: a value for each required option, and for any of the others. */
export type Input<O extends Options> = {
  [Name in keyof O as O[Name] extends { required: true } ? Name : never]: string
} & { [Name in keyof O as O[Name] extends { required: true } ? never : Name]?: string }

/**
 * One thing that people can ask, on every platform: `ask` finds the result, which is plain data, and `reply` turns it
 * into what a person is shown.
 */
export type Command<O extends Options = Options, Result = unknown> = {
  name: string
  description: string
  /** Examples of what a person types after the name. */
  examples: string[]
  options: O
  /** The schema of its result. */
  result: z.ZodType<Result>
  /** For commands on a message: the name in the message menu, and the value of the free option from its text. */
  onMessage?: { name: string; words: (message: string) => string }
  ask: (newsroom: Newsroom, input: Input<O>) => Promise<Result>
  reply: (result: Result) => Reply
  /** Returns the evidence of a result, which is saved so that it can be opened again. */
  evidence?: (result: Result) => Evidence[]
  /** Tells whether the reply asks for more, so that it is for the asker alone. */
  asksBack?: (result: Result) => boolean
  /**
   * Its messages in chats carry what was asked, so that a page or a share can answer it afresh; other commands' do not.
   */
  carriesQuestion?: true
  /** Returns the near misses that the reply shows where nothing was found. */
  nearest?: (result: Result) => Evidence[]
}

/** A command in a list of commands, where the type of its result is not known. */
export type AnyCommand = Omit<Command, 'ask' | 'reply' | 'evidence' | 'asksBack' | 'nearest'> & {
  ask: (newsroom: Newsroom, input: Record<string, string>) => Promise<unknown>
  reply: (result: unknown) => Reply
  evidence?: (result: unknown) => Evidence[]
  asksBack?: (result: unknown) => boolean
  nearest?: (result: unknown) => Evidence[]
}

/** Defines a command: types its input by its options, and its reply by the result of `ask`. */
export const defineCommand = <const O extends Options, Result>(command: Command<O, Result>) =>
  command as unknown as AnyCommand & Command<O, Result>
