import { setTimeout as pause } from 'node:timers/promises'
import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js'
import { logged } from './call-failure.ts'
import { type Gate, leave, newClient } from './client.ts'

/** A gateway that is open, or tries to be: discord.js resumes and reconnects, and what it gives up is begun anew. */
export type Gateway = { isReady(): boolean; stop(): Promise<void> }

/** Waits between beginnings, in milliseconds: Discord allows 1,000 a day. */
const FIRST_WAIT = 1000
const LONGEST_WAIT = 120_000

/**
 * Opens Discord's gateway, and keeps at it until it is stopped. Interactions are delivered without any intent, so
 * none is asked for, and nothing is cached. Only a token that Discord does not know ends it.
 */
export function openGateway(gate: Gate): Gateway {
  const stopped = new AbortController()
  let client: Client | null = null

  async function keepOpen(): Promise<void> {
    for (let wait = FIRST_WAIT; !stopped.signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      client = newClient(gate)
      const ended = await session(client, gate, stopped.signal)
      await leave(client)
      if (ended === 'refused' || stopped.signal.aborted) return
      await pause(wait * (0.5 + Math.random()), undefined, { signal: stopped.signal }).catch(() => {})
    }
  }

  const done = keepOpen()
  return {
    isReady: () => client?.isReady() ?? false,
    async stop() {
      stopped.abort()
      await done
    },
  }
}

/** One login until it ends: refused by Discord for good, or lost in a way that discord.js does not mend. */
async function session(
  client: Client,
  { token, log }: Gate,
  stopped: AbortSignal,
): Promise<'refused' | 'lost'> {
  const over = new Promise<'refused' | 'lost'>((resolve) => {
    stopped.addEventListener('abort', () => resolve('lost'))
    client.on(Events.ShardDisconnect, ({ code }) => {
      log.error({ code }, 'Discord: the gateway refused the bot')
      resolve(REFUSALS.has(code) ? 'refused' : 'lost')
    })
    client.login(token).catch((failure: unknown) => {
      const refused = failure instanceof DiscordjsError && failure.code === DiscordjsErrorCodes.TokenInvalid
      if (refused)
        log.error('Discord: DISCORD_TOKEN is not a bot’s token. Copy it anew from the developer portal.')
      else log.warn(logged(failure), 'Discord: not reached, and tried again')
      resolve(refused ? 'refused' : 'lost')
    })
  })
  return over
}

/** Close codes after which the same token gets the same: authentication failed, invalid or disallowed intents, API version. */
const REFUSALS = new Set([4004, 4012, 4013, 4014])
