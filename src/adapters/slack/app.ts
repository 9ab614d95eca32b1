import { setTimeout as pause } from 'node:timers/promises'
import { App, type Receiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { UserError } from '../../errors.ts'
import { boltLogger } from './bolt-logger.ts'
import { Fault, faultOf } from './call-failure.ts'
import { TIMEOUT } from './retry-call.ts'

type Creating = { token: string; apiUrl: string; receiver: Receiver; log: Logger }

/** Bolt’s app, with calls that fail within seconds: what may be tried again is decided where it is called. */
export const createApp = ({ token, apiUrl, receiver, log }: Creating) =>
  new App({
    token,
    receiver,
    logger: boltLogger(log),
    convoStore: false,
    deferInitialization: true,
    clientOptions: {
      slackApiUrl: apiUrl,
      timeout: TIMEOUT,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  })

/** How something is tried: until a signal, with word of the first trouble. */
export type Trying = { signal: AbortSignal; log: Logger; onTrouble: () => void }

/** Milliseconds before Slack is asked again. */
const AGAIN = 5_000

/** Asks Slack whose token it is, until Slack can be reached; throws a UserError where Slack refuses it. */
export async function initialize(app: App, { signal, log, onTrouble }: Trying): Promise<void> {
  while (!signal.aborted) {
    const fault = await app.init().then(() => null, faultOf)
    if (fault === null) return
    if (!(fault instanceof Fault)) throw fault
    if (fault.kind === 'refused')
      throw new UserError(
        `Slack refuses SLACK_BOT_TOKEN (${fault.code}). Take the bot token from “Install App”.`,
      )
    log.warn({ code: fault.code }, 'Slack: cannot be reached, trying again')
    onTrouble()
    await pause(AGAIN, undefined, { signal }).catch(() => {})
  }
}
