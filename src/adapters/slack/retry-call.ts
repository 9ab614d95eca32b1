// Calls Slack with retries.
import { setTimeout as pause } from 'node:timers/promises'
import { faultKindOfStatus, networkFault, SlackFault, slackFaultOf } from './call-failure.ts'

/** How often a call is made in all, and the wait before the second attempt; before the third it is twice as long. */
const MAX_CALL_ATTEMPTS = 3
const CALL_RETRY_PAUSE_MS = 400

/** If Slack asks for a longer wait than this, the call fails at once. */
const MAX_RATE_LIMIT_WAIT_SECONDS = 15

/** How long a call waits for Slack's answer, in milliseconds. */
export const CALL_TIMEOUT_MS = 10_000

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
  return kind === 'unreached' || (kind === 'unsure' && repeatable) ? CALL_RETRY_PAUSE_MS * attempt : null
}

/**
 * Sends a message to a response URL (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses),
 * which takes five messages within 30 minutes. Throws a SlackFault, which never holds the URL, since that is a secret.
 */
export async function postToResponseUrl(url: string, message: object): Promise<void> {
  await callSlack(async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    }).catch((failure) => {
      throw networkFault(failure)
    })
    const text = await response.text().catch(() => '')
    if (!response.ok)
      throw new SlackFault(
        faultKindOfStatus(response.status),
        String(response.status),
        response.headers.get('retry-after'),
      )
    const error = /"ok"\s*:\s*false/.test(text)
      ? (/"error"\s*:\s*"([a-z_]+)"/.exec(text)?.[1] ?? 'refused')
      : null
    if (error) throw new SlackFault(error.endsWith('_url') ? 'expired' : 'refused', error)
  }, false)
}
