// Calls Slack with retries.
import { setTimeout as pause } from 'node:timers/promises'
import { SlackFault, slackFaultOf } from './call-failure.ts'

/** How often a call is made in all, and the wait before the second attempt, which doubles up to the longest. */
const MAX_CALL_ATTEMPTS = 6
const FIRST_RETRY_PAUSE_MS = 150
const MAX_RETRY_PAUSE_MS = 3_000

/** If Slack asks for a longer wait than this, the call fails at once. */
const MAX_RATE_LIMIT_WAIT_SECONDS = 15

/** How long a call waits for Slack's answer, in milliseconds. */
export const CALL_TIMEOUT_MS = 10_000

/** Returns how long to wait after an attempt, counted from 1, in milliseconds. */
export const pauseAfter = (attempt: number) =>
  Math.min(MAX_RETRY_PAUSE_MS, FIRST_RETRY_PAUSE_MS * 2 ** (attempt - 1))

/**
 * Makes a call to Slack and returns its result. Retries it if Slack asks to wait or did not receive it and, if it is
 * `repeatable`, also if it is unknown whether it took effect. Throws a SlackFault.
 */
export async function callSlack<T>(make: () => Promise<T>, repeatable: boolean, attempt = 1): Promise<T> {
  try {
    return await make()
  } catch (failure) {
    const fault = slackFaultOf(failure)
    if (!(fault instanceof SlackFault) || attempt === MAX_CALL_ATTEMPTS) throw fault
    const wait = retryWait(fault, repeatable, attempt)
    if (wait === null) throw fault
    await pause(wait)
    return await callSlack(make, repeatable, attempt + 1)
  }
}

/** Returns how long to wait before a call is made again, in milliseconds; null if it is not. */
function retryWait({ kind, detail }: SlackFault, repeatable: boolean, attempt: number): number | null {
  if (kind === 'limited') {
    const seconds = Number(detail ?? 1)
    return seconds <= MAX_RATE_LIMIT_WAIT_SECONDS ? seconds * 1_000 : null
  }
  return kind === 'unreached' || (kind === 'unsure' && repeatable) ? pauseAfter(attempt) : null
}
