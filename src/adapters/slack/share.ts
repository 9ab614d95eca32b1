import type { webApi } from '@slack/bolt'
import type { Shown } from '../../../commands/buttons.ts'
import { type SlackMessage, toSlack } from '../../replies/slack.ts'
import { messagesOf } from './answer-messages.ts'
import { Fault } from './call-failure.ts'
import { SHARED_OUTSIDE } from './failure-sentences.ts'
import type { Setting } from './listener-context.ts'
import { type Asker, QUIET, showPrivately } from './post-message.ts'
import { keepPosting } from './posted-answers.ts'
import { call, respond } from './retry-call.ts'

type Place = { client: webApi.WebClient; asker: Asker; thread: string | null }

/** What is shared, and by which key it is known to be shared already. */
type Sharing = Place & { once: string; shown: () => Promise<Shown> }

/** Shares an answer once, as it may be quoted at this moment, and takes the private one away. */
export async function share({ once, shown, ...place }: Sharing, setting: Setting): Promise<void> {
  const { deliveries, log } = setting
  if (!deliveries.take(once)) return
  const { client, asker, thread } = place
  const answer = await shown()
  const messages: string[] = []
  let inReach = true
  for (const [i, message] of messagesOf(answer, null).entries()) {
    if (answer.aside) await showPrivately(client, asker, message)
    else {
      const ts = await post(place, message).catch((fault) => {
        if (i === 0 && fault instanceof Fault && fault.kind !== 'unsure') deliveries.giveBack(once)
        throw fault
      })
      inReach &&= ts !== null
      if (ts === null || !asker.channel) continue
      messages.push(ts)
      await keepPosting({ channel: asker.channel, thread, messages }, answer, setting)
    }
  }
  if (answer.aside || !asker.responseUrl) return
  await respond(asker.responseUrl, inReach ? { delete_original: true } : OUT_OF_REACH).catch(() =>
    log.warn('Slack: a private answer stayed after it was shared'),
  )
}

/** What is left of the private answer where nobody can correct the shared one. */
const OUT_OF_REACH = {
  replace_original: true,
  ...QUIET,
  ...toSlack([{ kind: 'note', tone: 'aside', text: SHARED_OUTSIDE }])[0],
}

/**
 * Posts where Readback is a member, and returns the timestamp. The response URL reaches the other channels as well, but
 * does not tell what it posted: null.
 */
async function post({ client, asker, thread }: Place, message: SlackMessage): Promise<string | null> {
  const { channel, responseUrl } = asker
  const shared = { ...QUIET, ...message, ...(thread && { thread_ts: thread }) }
  try {
    if (!channel) throw new Fault('refused', 'channel_not_found')
    return String((await call(() => client.chat.postMessage({ channel, ...shared }), false)).ts)
  } catch (fault) {
    if (!(fault instanceof Fault) || fault.kind === 'unsure' || !responseUrl) throw fault
    await respond(responseUrl, { response_type: 'in_channel', replace_original: false, ...shared })
    return null
  }
}
