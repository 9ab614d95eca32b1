import { Client, Events, GatewayDispatchEvents, Options, SimpleShardingStrategy, Status } from 'discord.js'
import type { Logger } from 'pino'
import { within } from '../within-time.ts'
import { logged } from './call-failure.ts'

/** What a gateway needs: the bot's token, where Discord's API is, and who takes what it delivers. */
export type Gate = {
  token: string
  api: string
  log: Logger
  onInteraction: (raw: unknown) => void
}

/** A client that keeps nothing but itself. */
export function newClient({ api, log, onInteraction }: Gate): Client {
  const client = new Client({
    intents: [],
    rest: { api },
    ws: { buildStrategy: (manager) => new Steady(manager) },
    makeCache: Options.cacheWithLimits({ UserManager: 0, GuildMemberManager: 0, MessageManager: 0 }),
    allowedMentions: { parse: [], repliedUser: false },
  })
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction)
  client.on(Events.ClientReady, () => log.info('Discord: the gateway is open'))
  client.on(Events.ShardReconnecting, () => log.warn('Discord: the gateway is gone, and is opened again'))
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'Discord: the gateway is resumed'))
  client.on(Events.ShardError, (failure) => log.warn(logged(failure), 'Discord: the gateway has trouble'))
  client.on(Events.Error, (failure) => log.warn(logged(failure), 'Discord: the client has trouble'))
  return client
}

/**
 * Connects as discord.js does, but takes no trouble with the first connection for the end: the shard tries again by
 * itself, while a login that failed would begin another beside it.
 */
class Steady extends SimpleShardingStrategy {
  override connect = () => super.connect().catch(() => {})
}

/** A connection that stands, or was given up. */
const SETTLED = new Set([Status.Ready, Status.Disconnected])

/** How long leaving waits for a connection that is being made, in milliseconds. */
const SETTLING = 5000

/** Leaves the gateway. A connection that is being made is left once it stands: discord.js would make it again. */
export async function leave(client: Client): Promise<void> {
  if (!client.ws.shards.every(({ status }) => SETTLED.has(status))) await within(SETTLING, settled(client))
  client.removeAllListeners(Events.ShardReconnecting)
  await client.destroy()
}

/** Resolves when a connection that is being made stands, or is given up. */
const settled = (client: Client): Promise<void> =>
  new Promise((resolve) => {
    client.once(Events.ShardReady, () => resolve())
    client.once(Events.ShardResume, () => resolve())
    client.once(Events.ShardDisconnect, () => resolve())
  })
