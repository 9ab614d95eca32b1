// Starts answering in Slack.
import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { SlackConfig } from '../../config.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { Adapter } from '../adapter.ts'
import { openDeliveries } from '../deliveries.ts'
import { trackPendingWork } from '../pending-work.ts'
import { answerOnce } from './answer-once.ts'
import { createApp, initialize } from './app.ts'
import { slackCommands } from './command-names.ts'
import { addListeners } from './listeners.ts'
import { ownerChannelIn } from './owner-channel.ts'
import { answerCorrectionSender, SLACK_PLATFORM } from './posted-answers.ts'
import { transportOf } from './transport.ts'
import { linkCorrectionSender, SLACK_LINKS_PLATFORM } from './unfurl.ts'

/** How long a stop waits for pending work, in milliseconds. */
const DRAIN_TIMEOUT_MS = 10_000

type SlackStartOptions = {
  newsroom: Newsroom
  commands: AnyCommand[]
  data: string
  slack: SlackConfig
  log: Logger
}

/**
 * Starts the Slack adapter. Throws a UserError if Slack refuses a token. If Slack cannot be reached, returns after the
 * first failure, and keeps trying in the background.
 */
export async function startSlack({ data, slack, ...options }: SlackStartOptions): Promise<Adapter> {
  const { newsroom, commands, log } = options
  const deliveries = openDeliveries(data, 'slack.sqlite')
  const pendingWork = trackPendingWork()
  const stopping = new AbortController()
  const transport = transportOf(slack, { deliveries, log })
  const app = createApp({ token: slack.botToken, apiUrl: slack.apiUrl, receiver: transport.receiver, log })
  app.use(answerOnce({ deliveries, pendingWork, log }))
  newsroom.given.sendCorrectionsBy(SLACK_PLATFORM, answerCorrectionSender(app.client, log))
  newsroom.given.sendCorrectionsBy(SLACK_LINKS_PLATFORM, linkCorrectionSender(app.client, { newsroom, log }))
  addListeners(app, {
    newsroom,
    commands,
    slackCommands: slackCommands(commands, slack.prefix),
    deliveries,
    log,
  })

  async function stop(): Promise<void> {
    stopping.abort()
    await transport.close()
    const unfinished = await pendingWork.drain(DRAIN_TIMEOUT_MS)
    if (unfinished) log.warn({ left: unfinished }, 'Slack: stopped before all was answered')
    deliveries.close()
  }

  const firstFailure = Promise.withResolvers<void>()
  const retryOptions = { signal: stopping.signal, log, onFailure: firstFailure.resolve }
  const opening = initialize(app, retryOptions).then(() => transport.open(retryOptions))
  await Promise.race([opening, firstFailure.promise]).catch(async (failure) => {
    await stop()
    throw failure
  })
  opening.catch((failure) => log.error({ err: failure }, 'Slack: it is not answered there any more'))
  const owners = slack.owners ? ownerChannelIn(slack.owners, app.client) : null
  return { name: 'Slack', at: transport.at, connected: opening, routes: transport.routes, owners, stop }
}
