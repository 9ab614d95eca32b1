import { createHmac } from 'node:crypto'

/** The signing secret of no app. */
export const SECRET = 'a-signing-secret-of-no-app'

export const now = () => Math.floor(Date.now() / 1_000)

export const FORM = 'application/x-www-form-urlencoded'

/** A request as Slack signs it (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
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
