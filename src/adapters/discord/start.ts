import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { DiscordConfig } from '../../config.ts'
import type { Newsroom } from '../../newsroom.ts'
import type { Adapter } from '../adapter.ts'
import { openDoor } from './answer-once.ts'
import { openChannels, PLATFORM } from './channel-messages.ts'
import { openGateway } from './gateway.ts'
import { interactionsOverHttp, PATH, publicKeyOf } from './http-interactions.ts'
import type { Interaction } from './interaction.ts'
import { openLine } from './interaction-response.ts'
import { closeRest, openRest } from './rest-client.ts'

/** How long a stop waits for answers in flight, in milliseconds. */
const DRAIN = 10_000

/**
 * Starts the Discord bot: over HTTP, as a route of the reader's, where the application's public key is set, else over
 * the gateway. Both take interactions in by the same door.
 */
export function startDiscord(setting: {
  config: DiscordConfig
  newsroom: Newsroom
  commands: AnyCommand[]
  log: Logger
}): Adapter {
  const { config, log } = setting
  const { token, publicKey, apiUrl: api, guild, owners } = config
  const door = openDoor({ ...setting, guild, corrects: token !== null })
  const rest = openRest(api)
  const open = (interaction: Interaction) => openLine(rest, interaction, log)
  const gateway =
    token && !publicKey
      ? openGateway({ token, api, log, onInteraction: (raw) => void door.receive(raw, open) })
      : null
  const channels = token ? openChannels({ token, api, log }) : null
  if (channels) setting.newsroom.carry(PLATFORM, channels.correct)
  else log.warn('Discord: without DISCORD_TOKEN, no correction can follow what is shared')
  return {
    name: 'Discord',
    at: gateway ? 'the gateway' : `${PATH} of the reader`,
    owners: channels && owners ? { tell: (text) => channels.tell(owners, text) } : null,
    routes: publicKey ? [interactionsOverHttp({ door, key: publicKeyOf(publicKey), open })] : [],
    async stop() {
      const left = gateway?.stop()
      await door.drain(DRAIN)
      await left
      channels?.close()
      closeRest(rest)
    },
  }
}
