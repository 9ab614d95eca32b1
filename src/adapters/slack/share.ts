import type { webApi } from '@slack/bolt'
import type { Shown } from '../../../commands/answering.ts'
import type { SlackMessage } from '../../replies/slack.ts'
import { call, respond } from './calls.ts'
import { Fault } from './fault.ts'
import { type Asker, QUIET, showPrivately } from './post.ts'
import type { Setting } from './setting.ts'
import { messagesOf } from './show.ts'

type Place = { client: webApi.WebClient; asker: Asker; thread: string | null }

/** What is shared, and by which key it is known to be shared already. */
type Sharing = Place & { once: string; shown: () => Promise<Shown> }

/** Shares an answer once, as it may be quoted at this moment, and takes the private one away. */
export async function share({ once, shown, ...place }: Sharing, { deliveries, log }: Setting): Promise<void> {
  if (!deliveries.take(once)) return
  const { client, asker } = place
  const answer = await shown()
  const messages = messagesOf(answer, null)
  for (const [i, message] of messages.entries()) {
    if (answer.aside) await showPrivately(client, asker, message)
    else
      await post(place, message).catch((fault) => {
        if (i === 0 && fault instanceof Fault && fault.kind !== 'unsure') deliveries.giveBack(once)
        throw fault
      })
  }
  if (answer.aside || !asker.responseUrl) return
  await respond(asker.responseUrl, { delete_original: true }).catch(() =>
    log.warn('Slack: a private answer stayed after it was shared'),
  )
}

/** The response URL reaches channels that Readback is not in; where it is used up, a post reaches those that it is in. */
async function post({ client, asker, thread }: Place, message: SlackMessage): Promise<void> {
  const { channel, responseUrl } = asker
  const shared = { ...QUIET, ...message, ...(thread && { thread_ts: thread }) }
  try {
    if (!responseUrl) throw new Fault('expired', 'no_url')
    await respond(responseUrl, { response_type: 'in_channel', replace_original: false, ...shared })
  } catch (fault) {
    if (!(fault instanceof Fault) || fault.kind === 'unsure' || !channel) throw fault
    await call(() => client.chat.postMessage({ channel, ...shared }), false)
  }
}
