import type { AnyMiddlewareArgs, Middleware, webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { toSlack } from '../../replies/slack.ts'
import { sentenceFor } from '../failure-sentence.ts'
import { askerOf, deliveryOf } from './asker.ts'
import { Fault } from './call-failure.ts'
import type { Deliveries } from './deliveries.ts'
import { sentenceOf } from './failure-sentences.ts'
import type { Work } from './pending-work.ts'
import { type Asker, showPrivately } from './post-message.ts'

type Keeping = { deliveries: Deliveries; work: Work; log: Logger }

/**
 * The door that every delivery comes through. It is acknowledged at once, taken on once, however often it is
 * delivered, counted until it is done, and when it fails the asker gets a sentence.
 */
export function door({ deliveries, work, log }: Keeping): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    const { body, client, next } = args
    if ('ack' in args && typeof args.ack === 'function')
      await acknowledge(args.ack as () => Promise<void>, log)
    const delivery = deliveryOf(body)
    if (delivery && !deliveries.take(delivery)) return
    await work.run(async () => {
      try {
        await next()
      } catch (failure) {
        const sentence = wordsFor(failure, log)
        await tell(sentence, { asker: askerOf(body), client, log })
      }
    })
  }
}

/** Where the socket is gone, Slack delivers again; what was delivered is done all the same, and once. */
async function acknowledge(ack: () => Promise<void>, log: Logger): Promise<void> {
  await ack().catch(() => log.warn('Slack: the connection closed before a delivery could be acknowledged'))
}

function wordsFor(failure: unknown, log: Logger): string {
  if (!(failure instanceof Fault)) return sentenceFor(failure, log)
  log.warn({ kind: failure.kind, code: failure.code }, 'Slack: a call failed')
  return sentenceOf(failure)
}

type Telling = { asker: Asker | null; client: webApi.WebClient; log: Logger }

async function tell(text: string, { asker, client, log }: Telling): Promise<void> {
  const [message] = toSlack([{ kind: 'text', text }])
  if (!asker || !message) return
  await showPrivately(client, asker, message).catch((failure) => {
    const code = failure instanceof Fault ? failure.code : 'unknown'
    log.warn({ code }, 'Slack: the asker could not be told of a failure')
  })
}
