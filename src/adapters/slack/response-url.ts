// Sends messages to the response URLs of interactions.
import { faultKindOfStatus, isUnsure, networkFault, SlackFault } from './call-failure.ts'
import { CALL_TIMEOUT_MS, callSlack } from './retry-call.ts'

/** Whether what is sent can be sent again: it replaces or deletes a message, rather than adding one. */
type Repetition = { repeatable: boolean }

/**
 * Sends a message to a response URL (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses),
 * which takes five messages within 30 minutes. Throws a SlackFault, which never holds the URL, since that is a secret.
 */
export async function postToResponseUrl(
  url: string,
  message: object,
  { repeatable }: Repetition,
): Promise<void> {
  await callSlack(() => post(url, message), repeatable)
}

/**
 * Adds a message once, by the response URL of a command or a shortcut, which belongs to no message. If it is unknown
 * whether Slack took it, it is sent again in place of what was sent before. Throws a SlackFault.
 */
export async function addByResponseUrl(url: string, message: object): Promise<void> {
  try {
    await postToResponseUrl(url, { ...message, replace_original: false }, { repeatable: false })
  } catch (fault) {
    if (!isUnsure(fault)) throw fault
    await postToResponseUrl(url, { ...message, replace_original: true }, { repeatable: true }).catch(
      (later) => {
        if (!isUsedUp(later)) throw later
      },
    )
  }
}

/** After messages that Slack did not confirm, a URL that is used up has taken them. */
const isUsedUp = (fault: unknown) => fault instanceof SlackFault && fault.kind === 'expired'

async function post(url: string, message: object): Promise<void> {
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
}
