// Starts the Discord bot of a test, and reads its messages.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { commands } from '../../../../commands/index.ts'
import type { Adapter } from '../../../../src/adapters/adapter.ts'
import { startDiscord } from '../../../../src/adapters/discord/start-discord.ts'
import type { DiscordConfig } from '../../../../src/config.ts'
import type { Newsroom } from '../../../../src/newsroom/newsroom.ts'
import { type Discord, type Message, TOKEN } from './loopback-discord.ts'

/** The id of the owners' channel. */
export const OWNERS = '1300000000000000099'

/**
 * A running bot, the lines it has logged, and promises that resolve when it logs that the gateway is open or refused.
 */
export type Bot = Adapter & { logged: string[]; opened: Promise<void>; refused: Promise<void> }

/** Starts the bot at a loopback Discord as the program does, with changes to its configuration. */
export async function startBot(
  { api }: Pick<Discord, 'api'>,
  newsroom: Newsroom,
  changes: Partial<DiscordConfig> = {},
): Promise<Bot> {
  const logged: string[] = []
  const [opened, refused] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const write = (line: string) => {
    logged.push(line)
    if (line.includes('the gateway is open')) opened.resolve()
    if (/refused|DISCORD_TOKEN/.test(line)) refused.resolve()
  }
  const log = pino({ level: 'debug' }, { write })
  const data = await mkdtemp(join(tmpdir(), 'readback-discord-'))
  const config = { token: TOKEN, publicKey: null, guild: null, owners: OWNERS, apiUrl: api, ...changes }
  return {
    ...startDiscord({ config, newsroom, commands, data, log }),
    logged,
    opened: opened.promise,
    refused: refused.promise,
  }
}

/** All text of a message or response, in reading order. */
export const textOf = (message: Message): string =>
  parts(message)
    .flatMap(({ content }) => content ?? [])
    .join('\n')

/** What the button or the choice with a label carries; throws where there is none. */
export function buttonOf(message: Message, label: string): string {
  const found = parts(message).find((part) => part.label === label)
  if (!found) throw new Error(`There is no button “${label}”.`)
  return found.custom_id ?? found.value
}

/** The labels of a message's buttons. */
export const labelsOf = (message: Message): string[] => parts(message).flatMap(({ label }) => label ?? [])

const parts = (message: Message): Message[] => {
  const { data = message } = message
  return [data, ...(data.components ?? []).flatMap(nested)]
}
const nested = (part: Message): Message[] => [
  part,
  ...(part.components ?? []).flatMap(nested),
  ...(part.accessory ? [part.accessory] : []),
  ...(part.options ?? []),
]
