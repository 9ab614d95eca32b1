// Keeps the session of a gateway connection until Discord ends it, so that nothing is missed.
import { GatewayCloseCodes, SimpleShardingStrategy } from 'discord.js'

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0]

/**
 * Connects as discord.js does, with two differences. It keeps the session when a reconnection is refused or lost:
 * discord.js would then identify anew, and Discord would not replay what came meanwhile
 * (https://docs.discord.com/developers/events/gateway#resuming). And it ignores a failure of the first connection: the
 * shard tries again by itself, whereas a failed login would start a second connection beside it.
 */
export class ResumingShardingStrategy extends SimpleShardingStrategy {
  constructor(manager: Manager) {
    super(manager)
    keepSessions(manager)
  }

  override connect = () => super.connect().catch(() => {})
}

/** Close codes after which the session cannot be resumed; 1000 is Discord's own goodbye. */
const SESSION_ENDING_CODES = new Set<number>([
  1000,
  GatewayCloseCodes.NotAuthenticated,
  GatewayCloseCodes.AlreadyAuthenticated,
  GatewayCloseCodes.InvalidSeq,
  GatewayCloseCodes.RateLimited,
])

/** The events of a shard that tell whether it is connected; discord.js has other events under the name of their enum. */
type ShardListener = (
  event: 'hello' | 'closed',
  listener: (of: { shardId: number; code?: number }) => void,
) => void

/**
 * Has a manager forget a session only while a shard is connected, where Discord calls it invalid, or after a close code
 * that ends it; not where no connection comes about.
 */
function keepSessions(manager: Manager): void {
  const unreached = new Set<number>()
  const on = manager.on.bind(manager) as unknown as ShardListener
  on('hello', ({ shardId }) => unreached.delete(shardId))
  on('closed', ({ shardId, code = 0 }) => {
    if (SESSION_ENDING_CODES.has(code)) unreached.delete(shardId)
    else unreached.add(shardId)
  })
  const { updateSessionInfo } = manager.options
  manager.options.updateSessionInfo = (shardId, session) => {
    if (session !== null || !unreached.has(shardId)) return updateSessionInfo(shardId, session)
  }
}
