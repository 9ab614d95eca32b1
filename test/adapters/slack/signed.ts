// Signs HTTP requests as Slack does.
import { createHmac } from 'node:crypto'

/** An invented signing secret. */
export const SECRET = 'a-signing-secret-of-no-app'

/** Returns the time in Unix seconds. */
export const now = () => Math.floor(Date.now() / 1_000)

export const FORM = 'application/x-www-form-urlencoded'

/**
 * Returns a signed request; `at` is its timestamp in Unix seconds
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack).
 */
export function signed(
  body: string,
  {
    secret = SECRET,
    at = now(),
    type = 'application/json',
  }: { secret?: string; at?: number; type?: string } = {},
) {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-signature': `v0=${signature}`,
      'x-slack-request-timestamp': String(at),
    },
  }
}
