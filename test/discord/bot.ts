import pino from 'pino'
import { commands } from '../../commands/index.ts'
import type { Adapter } from '../../src/adapters/adapter.ts'
import { startDiscord } from '../../src/adapters/discord/start.ts'
import type { DiscordConfig } from '../../src/config.ts'
import type { Newsroom } from '../../src/newsroom.ts'
import { type Discord, type Message, TOKEN } from './discord.ts'

/** The bot at a Discord of one's own, and all that it logs. */
export type Bot = Adapter & { logged: string[] }

/** Starts the bot as the program does, with what a test wants to be different. */
export async function startBot(
  { api }: Pick<Discord, 'api'>,
  newsroom: Newsroom,
  changes: Partial<DiscordConfig> = {},
): Promise<Bot> {
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const config = { token: TOKEN, publicKey: null, port: 0, guild: null, apiUrl: api, ...changes }
  return { ...(await startDiscord({ config, newsroom, commands, log })), logged }
}

/** All text of a message or response, in reading order. */
export const textOf = (message: Message): string =>
  parts(message)
    .flatMap(({ content }) => content ?? [])
    .join('\n')

/** The custom_id of the button with a label; throws where there is none. */
export function buttonOf(message: Message, label: string): string {
  const found = parts(message).find((part) => part.label === label)
  if (!found) throw new Error(`There is no button “${label}”.`)
  return found.custom_id
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
]
