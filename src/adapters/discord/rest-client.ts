import { REST } from 'discord.js'

/**
 * The API for answering interactions. Their endpoints need no token and do not count towards the limit of 50 requests
 * a second (https://docs.discord.com/developers/topics/rate-limits).
 */
export const openRest = (api: string) =>
  new REST({ api, retries: 0, globalRequestsPerSecond: 1000, handlerSweepInterval: 60_000 })

/** Ends what a client of the API does by the clock, which would keep the program from ending. */
export function closeRest(rest: REST): void {
  rest.clearHandlerSweeper()
  rest.clearHashSweeper()
}
