import { DiscordAPIError, HTTPError } from 'discord.js'

/** What can go wrong when Discord is told something: https://docs.discord.com/developers/topics/opcodes-and-status-codes */
export type Fault = 'too late' | 'already answered' | 'gone' | 'refused' | 'unreachable'

const FAULTS: Record<number, Fault> = {
  10003: 'gone',
  10008: 'gone',
  10015: 'too late',
  10062: 'too late',
  50027: 'too late',
  40060: 'already answered',
}

/** Which fault a failure of Discord's API is. */
export function faultOf(failure: unknown): Fault {
  if (!(failure instanceof DiscordAPIError)) return 'unreachable'
  return FAULTS[Number(failure.code)] ?? 'refused'
}

/**
 * What the log may know of a failure of Discord's API: its number, never its address or body, which hold the
 * interaction's token and the answer.
 */
export function logged(failure: unknown): object {
  if (failure instanceof DiscordAPIError || failure instanceof HTTPError)
    return { status: failure.status, ...('code' in failure && { code: failure.code }) }
  const { name, code } = Object(failure) as { name?: string; code?: string }
  return { name, code }
}

/** Discord's clock starts here: https://docs.discord.com/developers/reference#snowflakes */
const EPOCH = 1_420_070_400_000n

/** How old a thing of Discord's is by its id, in milliseconds. */
export const ageOf = (id: string, now: number) => now - Number((BigInt(id) >> 22n) + EPOCH)
