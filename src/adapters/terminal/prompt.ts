import { createInterface } from 'node:readline/promises'
import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import { readInput } from '../../../commands/read-input.ts'
import { UserError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom.ts'
import { inert } from '../../replies/inert.ts'
import { toTerminal } from '../../replies/terminal.ts'
import { sentenceFor } from '../failure-sentence.ts'
import { screenOf } from './terminal-size.ts'

const GREETING = 'Readback. Ask as in chat: /quote who said please. /help shows the rest, Ctrl-D leaves.\n'

/**
 * A prompt on stdin and stdout that answers line by line until the input ends or the signal aborts. Its history
 * lasts as long as the prompt: what people ask is not written down. Without a terminal it answers what is piped in.
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
  if (open) console.log(GREETING)
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
      screenOf(process.stdout),
    )
  } catch (failure) {
    return `${inert(sentenceFor(failure, log))}\n`
  }
}

/** `/name words` asks that command; words alone are looked for as a quotation. */
function readLine(commands: AnyCommand[], line: string): { command: AnyCommand; text: string } {
  const [, name = 'quote', text = ''] = line.startsWith('/')
    ? (/^\/(\S*)\s*(.*)$/s.exec(line) ?? [])
    : ['', 'quote', line]
  const command = commands.find((command) => command.name === name)
  if (!command) throw new UserError(`There is no /${name}. /help shows what can be asked.`)
  return { command, text }
}
