// Classifies failures of Discord's API, and strips secrets from them for the log.
import { DiscordAPIError, HTTPError } from 'discord.js'

/** How a call to Discord's API can fail: https://docs.discord.com/developers/topics/opcodes-and-status-codes */
export type DiscordFault = 'too late' | 'already answered' | 'gone' | 'refused' | 'unreachable'

/** The faults that Discord's JSON error codes stand for; any other code is `refused`. */
const FAULT_BY_CODE: Record<number, DiscordFault> = {
  10003: 'gone',
  10008: 'gone',
  10015: 'too late',
  10062: 'too late',
  50027: 'too late',
  40060: 'already answered',
}

/** Returns the fault for a failure of a call; `unreachable` for a failure without an answer from Discord's API. */
export function discordFaultOf(failure: unknown): DiscordFault {
  if (!(failure instanceof DiscordAPIError)) return 'unreachable'
  return FAULT_BY_CODE[Number(failure.code)] ?? 'refused'
}

/**
 * Returns what the log may hold of a failed call: its status and code, or the name and code of the error. Never the
 * address or the body, which hold the interaction's token and the answer.
 */
export function failureForLog(failure: unknown): object {
  if (failure instanceof DiscordAPIError || failure instanceof HTTPError)
    return { status: failure.status, ...('code' in failure && { code: failure.code }) }
  const { name, code } = Object(failure) as { name?: string; code?: string }
  return { name, code }
}

/**
 * The first moment that Discord's ids count from, in Unix milliseconds:
 * https://docs.discord.com/developers/reference#snowflakes
 */
const DISCORD_EPOCH_MS = 1_420_070_400_000n

/** Returns the age of what a Discord id names, in milliseconds; `now` is in Unix milliseconds. */
export const snowflakeAge = (id: string, now: number) => now - Number((BigInt(id) >> 22n) + DISCORD_EPOCH_MS)
