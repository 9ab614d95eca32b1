import type { Receiver } from '@slack/bolt'
import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { SlackConfig } from '../../config.ts'
import type { Newsroom } from '../../newsroom.ts'
import type { Adapter } from '../adapter.ts'
import { createApp, initialize } from './app.ts'
import { openDeliveries } from './deliveries.ts'
import { door } from './door.ts'
import { openHttpReceiver, PATH } from './http.ts'
import { listen } from './listeners.ts'
import { boltLogger } from './log.ts'
import { asTyped } from './names.ts'
import { disconnect, keepConnected, openReceiver } from './socket.ts'
import { openWork } from './work.ts'

/** How long work that is under way may take when Readback stops, in milliseconds. */
const DRAIN = 10_000

type Starting = { newsroom: Newsroom; commands: AnyCommand[]; data: string; slack: SlackConfig; log: Logger }

/**
 * Starts answering in Slack. Throws a UserError where Slack refuses a token. Where Slack cannot be reached it is tried
 * until it can, and nobody has to wait for that.
 */
export async function startSlack({ newsroom, commands, data, slack, log }: Starting): Promise<Adapter> {
  const { botToken, apiUrl, prefix, way } = slack
  const deliveries = openDeliveries(data)
  const work = openWork()
  const stopping = new AbortController()
  const http = way.kind === 'http' ? openHttpReceiver({ ...way, deliveries, log }) : null
  const socket = way.kind === 'socket' ? openReceiver({ ...way, apiUrl, logger: boltLogger(log) }) : null
  const app = createApp({ token: botToken, apiUrl, receiver: http ?? (socket as Receiver), log })
  app.use(door({ deliveries, work, log }))
  listen(app, { newsroom, commands, typed: asTyped(commands, prefix), deliveries, log })

  const unreached = Promise.withResolvers<void>()
  const trying = { signal: stopping.signal, log, onTrouble: unreached.resolve }
  const connecting = connect()
  async function connect(): Promise<void> {
    await initialize(app, trying)
    if (socket) await keepConnected(socket, trying)
  }

  async function stop(): Promise<void> {
    stopping.abort()
    if (socket) await disconnect(socket)
    const left = await work.drained(DRAIN)
    if (left) log.warn({ left }, 'Slack: stopped before all was answered')
    deliveries.close()
  }

  await Promise.race([connecting, unreached.promise]).catch(async (failure) => {
    await stop()
    throw failure
  })
  connecting.catch((failure) => log.error({ err: failure }, 'Slack: it is not answered there any more'))
  return {
    name: 'Slack',
    at: http ? 'the web reader' : 'its Socket Mode connection',
    routes: http ? [{ path: PATH, answer: http.handle }] : [],
    stop,
  }
}
