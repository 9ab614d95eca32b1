// Shares a private answer with a channel or thread, once.
import type { webApi } from '@slack/bolt'
import type { OutgoingMessage } from '../../../commands/answer-messages.ts'
import { type SlackMessage, toSlack } from '../../replies/slack.ts'
import { messagesOf } from './answer-messages.ts'
import { SlackFault } from './call-failure.ts'
import { SHARED_WITHOUT_MEMBERSHIP_SENTENCE } from './failure-sentences.ts'
import type { ListenerContext } from './listener-context.ts'
import { NO_PREVIEWS, type SlackAsker, showPrivately } from './post-message.ts'
import { recordPosting } from './posted-answers.ts'
import { callSlack, postToResponseUrl } from './retry-call.ts'

type ShareTarget = { client: webApi.WebClient; asker: SlackAsker; thread: string | null }

/** What is shared and where; `key` is the same for each attempt to share the same answer. */
type ShareRequest = ShareTarget & { key: string; shown: () => Promise<OutgoingMessage> }

/**
 * Shares an answer once, as it may be quoted at this moment, and deletes the private one. Does nothing if it is shared
 * already. Throws a SlackFault.
 */
export async function share(
  { key, shown, ...target }: ShareRequest,
  context: ListenerContext,
): Promise<void> {
  const { deliveries, log } = context
  if (!deliveries.claim(key)) return
  const { client, asker, thread } = target
  const answer = await shown()
  const messages: string[] = []
  let isCorrectable = true
  for (const [i, message] of messagesOf(answer, null).entries()) {
    if (answer.aside) await showPrivately(client, asker, message)
    else {
      const ts = await postShared(target, message).catch((fault) => {
        if (i === 0 && fault instanceof SlackFault && fault.kind !== 'unsure') deliveries.release(key)
        throw fault
      })
      isCorrectable &&= ts !== null
      if (ts === null || !asker.channel) continue
      messages.push(ts)
      await recordPosting({ channel: asker.channel, thread, messages }, answer, context)
    }
  }
  if (answer.aside || !asker.responseUrl) return
  await postToResponseUrl(
    asker.responseUrl,
    isCorrectable ? { delete_original: true } : NOT_CORRECTABLE_NOTICE,
  ).catch(() => log.warn('Slack: a private answer stayed after it was shared'))
}

/** What replaces the private answer if Readback cannot correct the shared one. */
const NOT_CORRECTABLE_NOTICE = {
  replace_original: true,
  ...NO_PREVIEWS,
  ...toSlack([{ kind: 'note', tone: 'aside', text: SHARED_WITHOUT_MEMBERSHIP_SENTENCE }])[0],
}

/**
 * Posts a shared message, and returns its timestamp. In a channel that Readback is not a member of, it posts through
 * the response URL, which does not tell the timestamp, and returns null. Throws a SlackFault.
 */
async function postShared(
  { client, asker, thread }: ShareTarget,
  message: SlackMessage,
): Promise<string | null> {
  const { channel, responseUrl } = asker
  const shared = { ...NO_PREVIEWS, ...message, ...(thread && { thread_ts: thread }) }
  try {
    if (!channel) throw new SlackFault('refused', 'channel_not_found')
    return String((await callSlack(() => client.chat.postMessage({ channel, ...shared }), false)).ts)
  } catch (fault) {
    if (!(fault instanceof SlackFault) || fault.kind === 'unsure' || !responseUrl) throw fault
    await postToResponseUrl(responseUrl, { response_type: 'in_channel', replace_original: false, ...shared })
    return null
  }
}
