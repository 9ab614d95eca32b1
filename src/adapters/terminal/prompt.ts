// Runs the prompt: answers questions typed or piped into the terminal.
import { createInterface } from 'node:readline/promises'
import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import { nextOffset } from '../../../commands/next-page.ts'
import { readInput } from '../../../commands/read-input.ts'
import { UserError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { sanitizeText } from '../../replies/sanitize-text.ts'
import { toTerminal } from '../../replies/terminal.ts'
import { failureSentence } from '../failure-sentence.ts'
import { terminalOf } from './terminal-size.ts'

const PROMPT_GREETING =
  'Readback. Ask as in chat: /quote who said please. /help shows the rest, more goes on, Ctrl-D leaves.\n'

/**
 * Answers on stdin and stdout line by line, until the input ends or the signal aborts. The history is in memory only, so
 * that no question is written to disk. Without a terminal it answers the lines that are piped in.
 */
export async function prompt(
  { newsroom, commands, log }: { newsroom: Newsroom; commands: AnyCommand[]; log: Logger },
  signal?: AbortSignal,
): Promise<void> {
  const terminal = process.stdin.isTTY && process.stdout.isTTY
  const completer = (line: string): [string[], string] => [
    commands.map(({ name }) => `/${name} `).filter((name) => name.startsWith(line)),
    line,
  ]
  const lines = createInterface({
    input: process.stdin,
    output: terminal ? process.stdout : undefined,
    completer,
    prompt: '> ',
    ...(signal && { signal }),
  })
  lines.on('SIGINT', () => lines.close())
  let open = terminal
  lines.on('close', () => {
    open = false
  })
  const session: Session = { last: null }
  if (open) console.log(PROMPT_GREETING)
  if (open) lines.prompt()
  for await (const line of lines) {
    if (line.trim()) console.log(await replyTo({ newsroom, commands, log }, session, line.trim()))
    if (open) lines.prompt()
  }
}

/** A question as it was read. */
type AskedQuestion = { command: AnyCommand; input: Record<string, string> }

/** What "more" goes on with: the last question, asked from where its answer ended; null where nothing comes after it. */
type Session = { last: AskedQuestion | null }

type Answering = { newsroom: Newsroom; commands: AnyCommand[]; log: Logger }

async function replyTo(
  { newsroom, commands, log }: Answering,
  session: Session,
  line: string,
): Promise<string> {
  try {
    const { command, input } = /^\/?more$/iu.test(line) ? nextPage(session) : readLine(commands, line)
    const result = await command.ask(newsroom, input)
    const next = nextOffset(command, result)
    session.last = next === null ? null : { command, input: { ...input, offset: String(next) } }
    return toTerminal(command.reply(result), terminalOf(process.stdout))
  } catch (failure) {
    return `${sanitizeText(failureSentence(failure, log))}\n`
  }
}

function nextPage({ last }: Session): AskedQuestion {
  if (last) return last
  throw new UserError('There is no more: the last answer was shown to its end.')
}

/** Reads a line: `/name words` asks that command, words alone ask `quote`. Throws a UserError for an unknown name. */
function readLine(commands: AnyCommand[], line: string): AskedQuestion {
  const [, name = 'quote', text = ''] = line.startsWith('/')
    ? (/^\/(\S*)\s*(.*)$/s.exec(line) ?? [])
    : ['', 'quote', line]
  const command = commands.find((command) => command.name === name)
  if (!command) throw new UserError(`There is no /${name}. /help shows what can be asked.`)
  return { command, input: readInput(command, text) }
}
