// Creates the discord.js client for the gateway, and closes it.
import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Partials,
  Status,
} from 'discord.js'
import type { Logger } from 'pino'
import { withTimeout } from '../with-timeout.ts'
import { failureForLog } from './call-failure.ts'
import { ResumingShardingStrategy } from './resuming-strategy.ts'

/** What a gateway needs: the bot's token, the address of Discord's API, and the listener for interactions. */
export type GatewayOptions = {
  token: string
  api: string
  log: Logger
  onInteraction: (raw: unknown) => void
  /** `self` is the bot's own user id. */
  onMessage: (raw: unknown, self: string) => void
  /** Called each time that the gateway is open. */
  onOpen: () => void
}

/**
 * Returns a client that asks for no privileged intent: messages come with their content only where they mention the bot,
 * or are sent to it alone. It caches no users and messages, and pings nobody.
 */
export function createClient({ api, log, onInteraction, onMessage, onOpen }: GatewayOptions): Client {
  const client = new Client({
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api },
    ws: { buildStrategy: (manager) => new ResumingShardingStrategy(manager) },
    makeCache: Options.cacheWithLimits({ UserManager: 0, GuildMemberManager: 0, MessageManager: 0 }),
    allowedMentions: { parse: [], repliedUser: false },
  })
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction)
  client.ws.on(GatewayDispatchEvents.MessageCreate, (raw: unknown) => onMessage(raw, client.user?.id ?? ''))
  client.on(Events.ClientReady, () => {
    log.info('Discord: the gateway is open')
    onOpen()
  })
  client.on(Events.ShardReconnecting, () => log.warn('Discord: the gateway is gone, and is opened again'))
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'Discord: the gateway is resumed'))
  client.on(Events.ShardError, (failure) =>
    log.warn(failureForLog(failure), 'Discord: the gateway has trouble'),
  )
  client.on(Events.Error, (failure) => log.warn(failureForLog(failure), 'Discord: the client has trouble'))
  return client
}

/** The statuses of a shard that is connected or was given up. */
const SETTLED_STATUSES = new Set([Status.Ready, Status.Disconnected])

/** How long closing waits for a shard that is connecting, in milliseconds. */
const MAX_SETTLE_WAIT_MS = 5000

/** Closes the gateway. Waits first for a shard that is connecting, because discord.js would connect it again. */
export async function closeClient(client: Client): Promise<void> {
  if (!client.ws.shards.every(({ status }) => SETTLED_STATUSES.has(status)))
    await withTimeout(MAX_SETTLE_WAIT_MS, whenSettled(client))
  client.removeAllListeners(Events.ShardReconnecting)
  await client.destroy()
}

/** Resolves when the shard that is connecting is connected, or is given up. */
const whenSettled = (client: Client): Promise<void> =>
  new Promise((resolve) => {
    client.once(Events.ShardReady, () => resolve())
    client.once(Events.ShardResume, () => resolve())
    client.once(Events.ShardDisconnect, () => resolve())
  })
