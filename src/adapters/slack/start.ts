import { setTimeout as pause } from 'node:timers/promises'
import { App, type Receiver } from '@slack/bolt'
import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { Config, SlackConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom.ts'
import { sentenceFor } from '../terminal/failure.ts'
import { TIMEOUT } from './calls.ts'
import { openDeliveries } from './deliveries.ts'
import { door } from './door.ts'
import { Fault, faultOf } from './fault.ts'
import { openHttpReceiver } from './http.ts'
import { listen } from './listeners.ts'
import { boltLogger } from './log.ts'
import { keepConnected, openReceiver } from './socket.ts'
import { openWork } from './work.ts'

/** How long work that is under way may take when Readback stops, in milliseconds. */
const DRAIN = 10_000

/** Slack, answering: over the web where `handle` takes what Slack posts, else over a connection of its own. */
export type RunningSlack = { handle: ((request: Request) => Promise<Response>) | null; stop(): Promise<void> }

type Starting = {
  newsroom: Newsroom
  commands: AnyCommand[]
  data: Config['data']
  slack: SlackConfig
  log: Logger
}

/** Starts answering in Slack where that is configured. Where it cannot be started, that is said, and stops nothing else. */
export async function startSlackIfSet(starting: Omit<Starting, 'slack'> & { slack: SlackConfig | null }) {
  const { slack, log } = starting
  if (!slack) return null
  try {
    return await startSlack({ ...starting, slack })
  } catch (failure) {
    console.error(sentenceFor(failure, log))
    return null
  }
}

/** Starts answering in Slack. Throws a UserError where Slack refuses a token. */
export async function startSlack({ newsroom, commands, data, slack, log }: Starting): Promise<RunningSlack> {
  const deliveries = openDeliveries(data)
  const work = openWork()
  const logger = boltLogger(log)
  const { botToken, apiUrl, prefix, way } = slack
  const http = way.kind === 'http' ? openHttpReceiver({ ...way, deliveries, log }) : null
  const socket = way.kind === 'socket' ? openReceiver({ ...way, apiUrl, logger }) : null
  const app = await openApp({ token: botToken, apiUrl, receiver: http ?? (socket as Receiver), log })

  app.use(door({ deliveries, work, log }))
  listen(app, { newsroom, commands, prefix, deliveries, log })
  const connection = socket && (await keepConnected(socket, log))
  return {
    handle: http?.handle ?? null,
    async stop() {
      await connection?.close()
      const left = await work.drained(DRAIN)
      if (left) log.warn({ left }, 'Slack: stopped before all was answered')
      deliveries.close()
    },
  }
}

type Opening = { token: string; apiUrl: string; receiver: Receiver; log: Logger }

/** Bolt’s app, with calls that fail within seconds: what may be tried again is decided where it is called. */
async function openApp({ token, apiUrl, receiver, log }: Opening): Promise<App> {
  const app = new App({
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
  await initialized(app, log)
  return app
}

/** Bolt asks Slack once whose token it is: until Slack can be reached, however long that takes. */
async function initialized(app: App, log: Logger): Promise<void> {
  for (;;) {
    const fault = await app.init().then(() => null, faultOf)
    if (fault === null) return
    if (!(fault instanceof Fault)) throw fault
    if (fault.kind === 'refused')
      throw new UserError(
        `Slack refuses SLACK_BOT_TOKEN (${fault.code}). Take the bot token from “Install App”.`,
      )
    log.warn({ code: fault.code }, 'Slack: cannot be reached, trying again')
    await pause(AGAIN, undefined, { ref: false })
  }
}

/** Milliseconds before Slack is called again. */
const AGAIN = 5_000
