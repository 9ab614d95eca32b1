// Starts the Discord bot over the gateway or over HTTP.
import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { DiscordConfig } from '../../config.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { Adapter } from '../adapter.ts'
import { openDeliveries } from '../deliveries.ts'
import { trackPendingWork } from '../pending-work.ts'
import { openGateway } from './gateway.ts'
import { DISCORD_INTERACTIONS_PATH, interactionsOverHttp, publicKeyOf } from './http-interactions.ts'
import type { Interaction } from './interaction.ts'
import { createInteractionReceiver } from './interaction-receiver.ts'
import { answerMessage } from './mentions.ts'
import { DISCORD_PLATFORM, openChannelMessages } from './posted-answers.ts'
import { createResponder } from './responder.ts'
import { closeRest, openInteractionRest } from './rest-client.ts'

/** How long a stop waits for pending answers, in milliseconds. */
const DRAIN_TIMEOUT_MS = 10_000

/**
 * Starts the Discord bot: over HTTP, as a route of the web reader, if the application's public key is set; otherwise
 * over the gateway. Both pass interactions to the same receiver.
 */
export function startDiscord(options: {
  config: DiscordConfig
  newsroom: Newsroom
  commands: AnyCommand[]
  /** The data folder. */
  data: string
  log: Logger
}): Adapter {
  const { config, log } = options
  const { token, publicKey, apiUrl: api, guild, owners } = config
  const deliveries = openDeliveries(options.data, 'discord.sqlite')
  const receiver = createInteractionReceiver({ ...options, deliveries, guild, corrects: token !== null })
  const rest = openInteractionRest(api)
  const responderTo = (interaction: Interaction) => createResponder(rest, interaction, log)
  const opened = Promise.withResolvers<void>()
  const channels = token ? openChannelMessages({ token, api, log }) : null
  const pendingAnswers = trackPendingWork()
  const gateway =
    token && channels && !publicKey
      ? openGateway({
          ...{ token, api, log },
          onInteraction: (raw) => void receiver.receive(raw, responderTo),
          onMessage: (raw, self) =>
            void pendingAnswers.run(() =>
              answerMessage(raw, self, { ...options, guild, channels, deliveries }),
            ),
          onOpen: opened.resolve,
        })
      : null
  if (!gateway) opened.resolve()
  if (channels) options.newsroom.given.sendCorrectionsBy(DISCORD_PLATFORM, channels.correct)
  else log.warn('Discord: without DISCORD_TOKEN, no correction can follow what is shared')
  return {
    name: 'Discord',
    connected: opened.promise,
    at: gateway ? 'the gateway' : `${DISCORD_INTERACTIONS_PATH} of the reader`,
    owners: channels && owners ? { tell: (text) => channels.postNotice(owners, text) } : null,
    routes: publicKey
      ? [interactionsOverHttp({ receiver, key: publicKeyOf(publicKey), createResponder: responderTo })]
      : [],
    async stop() {
      const gatewayClosed = gateway?.stop()
      await Promise.all([receiver.drain(DRAIN_TIMEOUT_MS), pendingAnswers.drain(DRAIN_TIMEOUT_MS)])
      await gatewayClosed
      channels?.close()
      closeRest(rest)
      deliveries.close()
    },
  }
}
