// Opens and closes REST clients of Discord's API.
import { REST } from 'discord.js'

/**
 * Returns a client for responses to interactions. Their endpoints need no token and do not count towards the limit of
 * 50 requests a second (https://docs.discord.com/developers/topics/rate-limits).
 */
export const openInteractionRest = (api: string) =>
  new REST({ api, retries: 0, globalRequestsPerSecond: 1000, handlerSweepInterval: 60_000 })

/** Stops the timers of a client, which would keep the process alive. */
export function closeRest(rest: REST): void {
  rest.clearHandlerSweeper()
  rest.clearHashSweeper()
}
