// Opens the configured transport of Slack's deliveries: Socket Mode or HTTP.
import type { Receiver } from '@slack/bolt'
import type { Logger } from 'pino'
import type { SlackConfig } from '../../config.ts'
import type { Route } from '../adapter.ts'
import type { Deliveries } from '../deliveries.ts'
import type { RetryOptions } from './app.ts'
import { boltLogger } from './bolt-logger.ts'
import { openHttpReceiver, SLACK_EVENTS_PATH } from './http-receiver.ts'
import { createSocketReceiver, disconnect, keepConnected } from './socket-receiver.ts'

/**
 * How deliveries arrive: over a connection that Readback opens (Socket Mode), or at a path of the web server (HTTP).
 */
export type SlackTransport = {
  receiver: Receiver
  /** Where they arrive, in words. */
  at: string
  /** The routes that the web server has to serve. */
  routes: Route[]
  /** Opens the transport. Throws a UserError if Slack refuses the token. */
  open(options: RetryOptions): Promise<void>
  close(): Promise<void>
}

type TransportOptions = { deliveries: Deliveries; log: Logger }

/** Returns the configured transport, not opened yet. */
export const transportOf = (
  { transport, apiUrl }: SlackConfig,
  { deliveries, log }: TransportOptions,
): SlackTransport =>
  transport.kind === 'socket'
    ? socketTransport(createSocketReceiver({ ...transport, apiUrl, logger: boltLogger(log) }))
    : httpTransport(openHttpReceiver({ ...transport, deliveries, log }))

const socketTransport = (receiver: ReturnType<typeof createSocketReceiver>): SlackTransport => ({
  receiver,
  at: 'its Socket Mode connection',
  routes: [],
  open: (options) => keepConnected(receiver, options),
  close: () => disconnect(receiver),
})

const httpTransport = (receiver: ReturnType<typeof openHttpReceiver>): SlackTransport => ({
  receiver,
  at: `${SLACK_EVENTS_PATH} of the reader`,
  routes: [{ path: SLACK_EVENTS_PATH, answer: receiver.handle }],
  open: async () => {},
  close: async () => {},
})
