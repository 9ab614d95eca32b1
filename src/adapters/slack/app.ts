// Creates Bolt's app, and initializes it with retries.
import { setTimeout as pause } from 'node:timers/promises'
import { App, type Receiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { UserError } from '../../errors.ts'
import { boltLogger } from './bolt-logger.ts'
import { SlackFault, slackFaultOf } from './call-failure.ts'
import { CALL_TIMEOUT_MS } from './retry-call.ts'

type AppOptions = { token: string; apiUrl: string; receiver: Receiver; log: Logger }

/**
 * Returns Bolt’s app. Its calls fail within seconds and are not retried by Bolt: each caller decides whether to
 * retry.
 */
export const createApp = ({ token, apiUrl, receiver, log }: AppOptions) =>
  new App({
    token,
    receiver,
    logger: boltLogger(log),
    convoStore: false,
    deferInitialization: true,
    clientOptions: {
      slackApiUrl: apiUrl,
      timeout: CALL_TIMEOUT_MS,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  })

/** How something is retried: until `signal` aborts, with a call of `onFailure` after each failed attempt. */
export type RetryOptions = { signal: AbortSignal; log: Logger; onFailure: () => void }

/** How long to wait between attempts to initialize the app, in milliseconds. */
const INIT_RETRY_PAUSE_MS = 5_000

/** Verifies the bot token, with retries until Slack is reached. Throws a UserError if Slack refuses the token. */
export async function initialize(app: App, { signal, log, onFailure }: RetryOptions): Promise<void> {
  while (!signal.aborted) {
    const fault = await app.init().then(() => null, slackFaultOf)
    if (fault === null) return
    if (!(fault instanceof SlackFault)) throw fault
    if (fault.kind === 'refused')
      throw new UserError(
        `Slack refuses SLACK_BOT_TOKEN (${fault.code}). Take the bot token from “Install App”.`,
      )
    log.warn({ code: fault.code }, 'Slack: cannot be reached, trying again')
    onFailure()
    await pause(INIT_RETRY_PAUSE_MS, undefined, { signal }).catch(() => {})
  }
}
