import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { SlackConfig } from '../../config.ts'
import type { Newsroom } from '../../newsroom.ts'
import type { Adapter } from '../adapter.ts'
import { door } from './answer-once.ts'
import { createApp, initialize } from './app.ts'
import { asTyped } from './command-names.ts'
import { openDeliveries } from './deliveries.ts'
import { listen } from './listeners.ts'
import { ownersIn } from './owner-channel.ts'
import { openWork } from './pending-work.ts'
import { carrierBy, PLATFORM } from './posted-answers.ts'
import { intakeOf } from './receiver.ts'
import { LINKS, linkCarrierBy } from './unfurl.ts'

/** How long work that is under way may take when Readback stops, in milliseconds. */
const DRAIN = 10_000

type Starting = {
  newsroom: Newsroom
  commands: AnyCommand[]
  data: string
  slack: SlackConfig
  log: Logger
}

/**
 * Starts answering in Slack. Throws a UserError where Slack refuses a token. Where Slack cannot be reached it is tried
 * until it can, and nobody has to wait for that.
 */
export async function startSlack({ data, slack, ...setting }: Starting): Promise<Adapter> {
  const { newsroom, commands, log } = setting
  const deliveries = openDeliveries(data)
  const work = openWork()
  const stopping = new AbortController()
  const intake = intakeOf(slack, { deliveries, log })
  const app = createApp({ token: slack.botToken, apiUrl: slack.apiUrl, receiver: intake.receiver, log })
  app.use(door({ deliveries, work, log }))
  newsroom.carry(PLATFORM, carrierBy(app.client, log))
  newsroom.carry(LINKS, linkCarrierBy(app.client, { newsroom, log }))
  listen(app, { newsroom, commands, typed: asTyped(commands, slack.prefix), deliveries, log })

  async function stop(): Promise<void> {
    stopping.abort()
    await intake.close()
    const left = await work.drained(DRAIN)
    if (left) log.warn({ left }, 'Slack: stopped before all was answered')
    deliveries.close()
  }

  const unreached = Promise.withResolvers<void>()
  const trying = { signal: stopping.signal, log, onTrouble: unreached.resolve }
  const opening = initialize(app, trying).then(() => intake.open(trying))
  await Promise.race([opening, unreached.promise]).catch(async (failure) => {
    await stop()
    throw failure
  })
  opening.catch((failure) => log.error({ err: failure }, 'Slack: it is not answered there any more'))
  const owners = slack.owners ? ownersIn(slack.owners, app.client) : null
  return { name: 'Slack', at: intake.at, routes: intake.routes, owners, stop }
}
