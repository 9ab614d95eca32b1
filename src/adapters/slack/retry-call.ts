import { setTimeout as pause } from 'node:timers/promises'
import { Fault, faultOf, kindOf, networkFault } from './call-failure.ts'

/** How often a call is made in all, and how long to wait between, in milliseconds. */
const ATTEMPTS = 3
const PAUSE = 400

/** Nobody waits longer than this for an answer, in seconds. */
const PATIENCE = 15

/** Milliseconds after which Slack is taken not to answer any more. */
export const TIMEOUT = 10_000

/**
 * Makes a call to Slack: again where Slack says to wait or never took it and, where it is `repeatable`, also where
 * nobody knows whether it took effect. Throws a Fault.
 */
export async function call<T>(make: () => Promise<T>, repeatable: boolean, attempt = 1): Promise<T> {
  try {
    return await make()
  } catch (failure) {
    const fault = faultOf(failure)
    if (!(fault instanceof Fault) || attempt === ATTEMPTS) throw fault
    const wait = waitAfter(fault, repeatable, attempt)
    if (wait === null) throw fault
    await pause(wait)
    return await call(make, repeatable, attempt + 1)
  }
}

/** How long to wait before a call is made again; null where it is not. */
function waitAfter({ kind, detail }: Fault, repeatable: boolean, attempt: number): number | null {
  if (kind === 'limited') {
    const seconds = Number(detail ?? 1)
    return seconds <= PATIENCE ? seconds * 1_000 : null
  }
  return kind === 'unreached' || (kind === 'unsure' && repeatable) ? PAUSE * attempt : null
}

/**
 * Sends a message to a response URL (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses),
 * which takes five within 30 minutes. Throws a Fault: never with the URL, which is a secret.
 */
export async function respond(url: string, message: object): Promise<void> {
  await call(async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    }).catch((failure) => {
      throw networkFault(failure)
    })
    const said = await response.text().catch(() => '')
    if (!response.ok)
      throw new Fault(kindOf(response.status), String(response.status), response.headers.get('retry-after'))
    const error = /"ok"\s*:\s*false/.test(said)
      ? (/"error"\s*:\s*"([a-z_]+)"/.exec(said)?.[1] ?? 'refused')
      : null
    if (error) throw new Fault(error.endsWith('_url') ? 'expired' : 'refused', error)
  }, false)
}
