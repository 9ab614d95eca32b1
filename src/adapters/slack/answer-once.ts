// Handles each Slack delivery once: acknowledges it, runs it, and reports a failure to the asker.
import type { AnyMiddlewareArgs, Middleware, webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { toSlack } from '../../replies/slack.ts'
import type { Deliveries } from '../deliveries.ts'
import { failureSentence } from '../failure-sentence.ts'
import type { PendingWork } from '../pending-work.ts'
import { SlackFault } from './call-failure.ts'
import { faultSentence } from './failure-sentences.ts'
import { askerOf, deliveryKeyOf } from './payload-asker.ts'
import { type SlackAsker, showPrivately } from './post-message.ts'

type AnswerOnceOptions = { deliveries: Deliveries; pendingWork: PendingWork; log: Logger }

/**
 * Returns the middleware that every delivery passes. It acknowledges a delivery at once, runs the listeners only the
 * first time it is delivered, counts it as pending work, and sends the asker a sentence if a listener fails.
 */
export function answerOnce({
  deliveries,
  pendingWork,
  log,
}: AnswerOnceOptions): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    const { body, client, next } = args
    if ('ack' in args && typeof args.ack === 'function')
      await acknowledge(args.ack as () => Promise<void>, log)
    const delivery = deliveryKeyOf(body)
    if (delivery && !deliveries.claim(delivery)) return
    await pendingWork.run(async () => {
      try {
        await next()
      } catch (failure) {
        const sentence = slackFailureSentence(failure, log)
        await sendFailure(sentence, { asker: askerOf(body), client, log })
      }
    })
  }
}

/**
 * Acknowledges a delivery. Without a socket that fails, and Slack delivers again; the work is done now, and only
 * once.
 */
async function acknowledge(ack: () => Promise<void>, log: Logger): Promise<void> {
  await ack().catch(() => log.warn('Slack: the connection closed before a delivery could be acknowledged'))
}

function slackFailureSentence(failure: unknown, log: Logger): string {
  if (!(failure instanceof SlackFault)) return failureSentence(failure, log)
  log.warn({ kind: failure.kind, code: failure.code }, 'Slack: a call failed')
  return faultSentence(failure)
}

type AskerContact = { asker: SlackAsker | null; client: webApi.WebClient; log: Logger }

async function sendFailure(text: string, { asker, client, log }: AskerContact): Promise<void> {
  const [message] = toSlack([{ kind: 'text', text }])
  if (!asker || !message) return
  await showPrivately(client, asker, message).catch((failure) => {
    const code = failure instanceof SlackFault ? failure.code : 'unknown'
    log.warn({ code }, 'Slack: the asker could not be told of a failure')
  })
}
