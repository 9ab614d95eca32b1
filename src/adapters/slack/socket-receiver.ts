import { setTimeout as pause } from 'node:timers/promises'
import { type Logger as BoltLogger, SocketModeReceiver, webApi } from '@slack/bolt'
import { UserError } from '../../errors.ts'
import type { Trying } from './app.ts'
import { TIMEOUT } from './retry-call.ts'

/** Milliseconds before the connection is opened again, doubled with each failure in a row up to the longest. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000

/** A connection that stood this long, in milliseconds, was no failure. */
const STOOD = 5_000

/** Faults that no later attempt mends: the token is wrong, or Socket Mode is not switched on. */
const FINAL = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'not_allowed_token_type',
  'missing_scope',
  'team_disabled',
])

type Tokens = { appToken: string; apiUrl: string; logger: BoltLogger }

/**
 * Socket Mode’s receiver. Its client makes no attempts of its own: its pauses grow with its ping time, and it gives
 * up, or brings the process down, where the network is away for long.
 */
export const openReceiver = ({ appToken, apiUrl, logger }: Tokens) =>
  new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { slackApiUrl: apiUrl, timeout: TIMEOUT, retryConfig: { retries: 0 } },
    },
  })

/**
 * Opens the connection, and opens it again whenever it ends; resolves when it is open first. Throws a UserError where
 * Slack refuses the token at once; where it does so later, that is logged, and the connection stays closed.
 */
export async function keepConnected(
  { client }: SocketModeReceiver,
  { signal, log, onTrouble }: Trying,
): Promise<void> {
  const opened = Promise.withResolvers<void>()

  async function keep(): Promise<void> {
    let wait = FIRST_PAUSE
    while (!signal.aborted) {
      const since = Date.now()
      const failure = await connected().catch((failure) => failure ?? new Error('closed'))
      if (isFinal(failure)) return giveUp(failure)
      if (failure) log.warn({ code: codeOf(failure) }, 'Slack: no connection, trying again')
      if (failure) onTrouble()
      if (Date.now() - since > STOOD) wait = FIRST_PAUSE
      await pause(wait, undefined, { signal }).catch(() => {})
      wait = Math.min(2 * wait, LONGEST_PAUSE)
    }
  }

  /** Connects, and waits until the connection ends. */
  async function connected(): Promise<void> {
    await client.start()
    opened.resolve()
    if (signal.aborted) return client.disconnect()
    await new Promise<void>((resolve) => client.once('disconnected', () => resolve()))
  }

  function giveUp(failure: unknown): void {
    log.error({ code: codeOf(failure) }, 'Slack: the connection stays closed: Slack refuses SLACK_APP_TOKEN')
    opened.reject(new UserError(`Slack refuses SLACK_APP_TOKEN (${codeOf(failure)}). ${REMEDY}`))
  }

  void keep()
  await opened.promise
}

const REMEDY = 'Make an app-level token with the scope connections:write, and switch Socket Mode on.'

/** How long Slack has to say goodbye, in milliseconds. */
const GOODBYE = 2_000

/** Closes the connection; whoever keeps it has to be told to stop before. */
export async function disconnect({ client }: SocketModeReceiver): Promise<void> {
  await Promise.race([client.disconnect(), pause(GOODBYE, undefined, { ref: false })])
}

const codeOf = (failure: unknown) =>
  failure instanceof webApi.WebAPIPlatformError ? String(failure.data.error) : 'unknown'

const isFinal = (failure: unknown) => FINAL.has(codeOf(failure))
