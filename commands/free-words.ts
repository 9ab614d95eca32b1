import type { AnyCommand } from './command.ts'
import quote from './quote.ts'
import { readInput } from './read-input.ts'

/** What is asked by words without a command: who said it or, where nobody did, the passages that bear on it. */
const anything: AnyCommand = {
  ...quote,
  async ask(newsroom, { question = '', ...narrowed }) {
    const said = await newsroom.quote({ text: question, ...narrowed })
    if (said.kind === 'found' || narrowed.speaker) return said
    const written = await newsroom.context({ text: question, ...narrowed })
    return written.kind === 'found' || (said.tier === 'nothing' && written.tier !== 'nothing')
      ? written
      : said
  },
}

/** What free words ask, with or without a command’s name before them: "check they have to ask", "who said please". */
export function readWords(
  commands: AnyCommand[],
  words: string,
): { command: AnyCommand; input: Record<string, string> } {
  const [, name = '', rest = ''] = /^\/?([a-z]+):?(?:\s+(.*))?$/is.exec(words) ?? []
  const command = commands.find((one) => one.name === name.toLowerCase())
  if (command && takesWords(command) === Boolean(rest)) return { command, input: readInput(command, rest) }
  return { command: anything, input: readInput(anything, words) }
}

const takesWords = ({ options }: AnyCommand) => Object.values(options).some(({ free }) => free)
