// Reads free words of a chat message into a command and its input.

import { context } from '../src/answers/context.ts'
import { quote } from '../src/answers/quote.ts'
import type { AnyCommand } from './command.ts'
import { withPage } from './filters.ts'
import quoteCommand from './quote.ts'
import { readInput } from './read-input.ts'

/** Answers words without a command: with quotations or, where there are none, with passages on the question. */
const quoteOrContext: AnyCommand = {
  ...quoteCommand,
  async ask(newsroom, { question = '', ...narrowed }) {
    const said = await newsroom.ask(quote, { text: question, ...withPage(narrowed) })
    if (said.kind === 'found' || narrowed.speaker) return said
    const written = await newsroom.ask(context, { text: question, ...withPage(narrowed) })
    return written.kind === 'found' || (said.tier === 'nothing' && written.tier !== 'nothing')
      ? written
      : said
  },
}

/**
 * Returns the command and input of free words, which may begin with a command’s name: "check they have to ask" asks
 * `check`, "who said please" asks `quote`, or `context` where no quotation is found.
 */
export function readFreeWords(
  commands: AnyCommand[],
  words: string,
): { command: AnyCommand; input: Record<string, string> } {
  const [, name = '', rest = ''] = /^\/?([a-z]+):?(?:\s+(.*))?$/is.exec(words) ?? []
  const command = commands.find((one) => one.name === name.toLowerCase())
  if (command && takesWords(command) === Boolean(rest)) return { command, input: readInput(command, rest) }
  return { command: quoteOrContext, input: readInput(quoteOrContext, words) }
}

const takesWords = ({ options }: AnyCommand) => Object.values(options).some(({ free }) => free)
