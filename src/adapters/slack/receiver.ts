import type { Receiver } from '@slack/bolt'
import type { Logger } from 'pino'
import type { SlackConfig } from '../../config.ts'
import type { Route } from '../adapter.ts'
import type { Trying } from './app.ts'
import { boltLogger } from './bolt-logger.ts'
import type { Deliveries } from './deliveries.ts'
import { openHttpReceiver, PATH } from './http-receiver.ts'
import { disconnect, keepConnected, openReceiver } from './socket-receiver.ts'

/** How deliveries come in: over a connection of Readback’s own, or by a path of the web server. */
export type Intake = {
  receiver: Receiver
  /** Where, in words. */
  at: string
  /** What the web server is to pass on. */
  routes: Route[]
  open(trying: Trying): Promise<void>
  close(): Promise<void>
}

type With = { deliveries: Deliveries; log: Logger }

/** The intake that is configured; it is closed until it is opened. */
export const intakeOf = ({ way, apiUrl }: SlackConfig, { deliveries, log }: With): Intake =>
  way.kind === 'socket'
    ? bySocket(openReceiver({ ...way, apiUrl, logger: boltLogger(log) }))
    : byHttp(openHttpReceiver({ ...way, deliveries, log }))

const bySocket = (receiver: ReturnType<typeof openReceiver>): Intake => ({
  receiver,
  at: 'its Socket Mode connection',
  routes: [],
  open: (trying) => keepConnected(receiver, trying),
  close: () => disconnect(receiver),
})

const byHttp = (receiver: ReturnType<typeof openHttpReceiver>): Intake => ({
  receiver,
  at: `${PATH} of the reader`,
  routes: [{ path: PATH, answer: receiver.handle }],
  open: async () => {},
  close: async () => {},
})
