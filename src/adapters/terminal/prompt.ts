// Runs the prompt: answers questions typed or piped into the terminal.
import { createInterface } from 'node:readline/promises'
import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import { readInput } from '../../../commands/read-input.ts'
import { UserError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { sanitizeText } from '../../replies/sanitize-text.ts'
import { toTerminal } from '../../replies/terminal.ts'
import { failureSentence } from '../failure-sentence.ts'
import { terminalOf } from './terminal-size.ts'

const PROMPT_GREETING =
  'Readback. Ask as in chat: /quote who said please. /help shows the rest, Ctrl-D leaves.\n'

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
  if (open) console.log(PROMPT_GREETING)
  if (open) lines.prompt()
  for await (const line of lines) {
    if (line.trim()) console.log(await replyTo(newsroom, commands, line.trim(), log))
    if (open) lines.prompt()
  }
}

async function replyTo(
  newsroom: Newsroom,
  commands: AnyCommand[],
  line: string,
  log: Logger,
): Promise<string> {
  try {
    const { command, text } = readLine(commands, line)
    return toTerminal(
      command.reply(await command.ask(newsroom, readInput(command, text))),
      terminalOf(process.stdout),
    )
  } catch (failure) {
    return `${sanitizeText(failureSentence(failure, log))}\n`
  }
}

/** Reads a line: `/name words` asks that command, words alone ask `quote`. Throws a UserError for an unknown name. */
function readLine(commands: AnyCommand[], line: string): { command: AnyCommand; text: string } {
  const [, name = 'quote', text = ''] = line.startsWith('/')
    ? (/^\/(\S*)\s*(.*)$/s.exec(line) ?? [])
    : ['', 'quote', line]
  const command = commands.find((command) => command.name === name)
  if (!command) throw new UserError(`There is no /${name}. /help shows what can be asked.`)
  return { command, text }
}
