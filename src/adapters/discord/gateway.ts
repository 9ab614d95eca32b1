// Keeps Discord's gateway open, with a new login whenever discord.js gives the connection up.
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js'
import { failureForLog } from './call-failure.ts'
import { closeClient, createClient, type GatewayOptions } from './client.ts'

/** A gateway that is open or connecting. discord.js resumes and reconnects; after it gives up, a new client logs in. */
export type Gateway = { isReady(): boolean; stop(): Promise<void> }

/** How long to wait before another login, doubled each time up to the maximum: Discord allows 1,000 logins a day. */
const FIRST_LOGIN_WAIT_MS = 1000
const MAX_LOGIN_WAIT_MS = 120_000

/**
 * Opens Discord's gateway, and keeps it open until it is stopped or Discord refuses the bot (an unknown token, an
 * intent or a version that is not allowed). Interactions need no intent, so none is requested.
 */
export function openGateway(options: GatewayOptions): Gateway {
  const stopped = new AbortController()
  let client: Client | null = null

  async function keepOpen(): Promise<void> {
    for (
      let wait = FIRST_LOGIN_WAIT_MS;
      !stopped.signal.aborted;
      wait = Math.min(2 * wait, MAX_LOGIN_WAIT_MS)
    ) {
      client = createClient(options)
      const end = await runSession(client, options, stopped.signal)
      await closeClient(client)
      if (end === 'refused' || stopped.signal.aborted) return
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

/** Logs in, and returns how the session ended: `refused` by Discord for good, or `lost` after discord.js gave up. */
async function runSession(
  client: Client,
  { token, log }: GatewayOptions,
  stopped: AbortSignal,
): Promise<'refused' | 'lost'> {
  const end = new Promise<'refused' | 'lost'>((resolve) => {
    stopped.addEventListener('abort', () => resolve('lost'))
    client.on(Events.ShardDisconnect, ({ code }) => {
      log.error({ code }, 'Discord: the gateway refused the bot')
      resolve(FATAL_CLOSE_CODES.has(code) ? 'refused' : 'lost')
    })
    client.login(token).catch((failure: unknown) => {
      const refused = failure instanceof DiscordjsError && failure.code === DiscordjsErrorCodes.TokenInvalid
      if (refused)
        log.error('Discord: DISCORD_TOKEN is not a bot’s token. Copy it anew from the developer portal.')
      else log.warn(failureForLog(failure), 'Discord: not reached, and tried again')
      resolve(refused ? 'refused' : 'lost')
    })
  })
  return end
}

/**
 * Close codes that another login does not change: authentication failed, API version, invalid or disallowed intents.
 */
const FATAL_CLOSE_CODES = new Set([4004, 4012, 4013, 4014])
