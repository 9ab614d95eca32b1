// Keeps Slack's Socket Mode connection open.
import { setTimeout as pause } from 'node:timers/promises'
import { type Logger as BoltLogger, SocketModeReceiver, webApi } from '@slack/bolt'
import { UserError } from '../../errors.ts'
import type { RetryOptions } from './app.ts'
import { CALL_TIMEOUT_MS } from './retry-call.ts'

/** How long to wait before the connection is opened again, doubled after each failure in a row up to the maximum. */
const FIRST_RECONNECT_PAUSE_MS = 500
const MAX_RECONNECT_PAUSE_MS = 30_000

/** A connection that was open longer than this does not count as a failure. */
const MIN_STABLE_CONNECTION_MS = 5_000

/** Slack's codes that a later attempt does not change: the token is wrong, or Socket Mode is switched off. */
const FATAL_CODES = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'not_allowed_token_type',
  'missing_scope',
  'team_disabled',
])

type SocketReceiverOptions = { appToken: string; apiUrl: string; logger: BoltLogger }

/**
 * Returns Bolt's receiver for Socket Mode, with the client's own reconnection switched off: its pauses grow with its
 * ping time, and after a long network failure it gives up or ends the process.
 */
export const createSocketReceiver = ({ appToken, apiUrl, logger }: SocketReceiverOptions) =>
  new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { slackApiUrl: apiUrl, timeout: CALL_TIMEOUT_MS, retryConfig: { retries: 0 } },
    },
  })

/**
 * Opens the connection, and opens it again whenever it ends, until the signal aborts. Resolves when it is open for the
 * first time. Throws a UserError if Slack refuses the token by then; a later refusal is logged, and the connection
 * stays closed.
 */
export async function keepConnected(
  { client }: SocketModeReceiver,
  { signal, log, onFailure }: RetryOptions,
): Promise<void> {
  const opened = Promise.withResolvers<void>()

  async function reconnect(): Promise<void> {
    let wait = FIRST_RECONNECT_PAUSE_MS
    while (!signal.aborted) {
      const since = Date.now()
      const failure = await connectUntilClosed().catch((failure) => failure ?? new Error('closed'))
      if (isFatal(failure)) return giveUp(failure)
      if (failure) log.warn({ code: codeOf(failure) }, 'Slack: no connection, trying again')
      if (failure) onFailure()
      if (Date.now() - since > MIN_STABLE_CONNECTION_MS) wait = FIRST_RECONNECT_PAUSE_MS
      await pause(wait, undefined, { signal }).catch(() => {})
      wait = Math.min(2 * wait, MAX_RECONNECT_PAUSE_MS)
    }
  }

  /** Connects, and waits until the connection ends. */
  async function connectUntilClosed(): Promise<void> {
    await client.start()
    opened.resolve()
    if (signal.aborted) return client.disconnect()
    await new Promise<void>((resolve) => client.once('disconnected', () => resolve()))
  }

  function giveUp(failure: unknown): void {
    log.error({ code: codeOf(failure) }, 'Slack: the connection stays closed: Slack refuses SLACK_APP_TOKEN')
    opened.reject(new UserError(`Slack refuses SLACK_APP_TOKEN (${codeOf(failure)}). ${APP_TOKEN_ADVICE}`))
  }

  void reconnect()
  await opened.promise
}

const APP_TOKEN_ADVICE =
  'Make an app-level token with the scope connections:write, and switch Socket Mode on.'

/** How long to wait for Slack to close the connection, in milliseconds. */
const MAX_DISCONNECT_WAIT_MS = 2_000

/** Closes the connection. Abort the signal of `keepConnected` before, or it is opened again. */
export async function disconnect({ client }: SocketModeReceiver): Promise<void> {
  await Promise.race([client.disconnect(), pause(MAX_DISCONNECT_WAIT_MS, undefined, { ref: false })])
}

const codeOf = (failure: unknown) =>
  failure instanceof webApi.WebAPIPlatformError ? String(failure.data.error) : 'unknown'

const isFatal = (failure: unknown) => FATAL_CODES.has(codeOf(failure))
