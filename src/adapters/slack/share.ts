// Shares a private answer with a channel or thread, once.
import type { webApi } from '@slack/bolt'
import type { OutgoingMessage } from '../../../commands/outgoing-message.ts'
import { type SlackMessage, toSlack } from '../../replies/slack.ts'
import { messagesOf } from './answer-messages.ts'
import { isUnsure, SlackFault } from './call-failure.ts'
import { SHARED_WITHOUT_MEMBERSHIP_SENTENCE } from './failure-sentences.ts'
import type { ListenerContext } from './listener-context.ts'
import { NO_PREVIEWS, type SlackAsker, showPrivately } from './post-message.ts'
import { postOnce } from './post-once.ts'
import { recordPosting } from './posted-answers.ts'
import { postToResponseUrl } from './response-url.ts'

/** What is shared and where; `key` is the same for each attempt to share the same answer. */
export type ShareRequest = {
  client: webApi.WebClient
  asker: SlackAsker
  thread: string | null
  key: string
  shown: () => Promise<OutgoingMessage>
}

/**
 * Shares an answer once, as it may be quoted at this moment, and deletes the private one. If it is shared already, only
 * the private one is deleted. What failed can be shared by another press. Throws a SlackFault.
 */
export async function share(request: ShareRequest, context: ListenerContext): Promise<void> {
  const state = await context.deliveries.once(request.key, (isRetry) =>
    shareNow(request, { isRetry, context }),
  )
  if (state === 'done') await replacePrivateAnswer(request.asker, { delete_original: true }, context)
}

type Attempt = { isRetry: boolean; context: ListenerContext }

/** Shares an answer, and returns whether that could be done: what may not be quoted is only shown to the asker. */
async function shareNow(request: ShareRequest, attempt: Attempt): Promise<boolean> {
  const { client, asker, shown } = request
  const answer = await shown()
  const messages = messagesOf(answer, null)
  if (answer.aside) {
    for (const message of messages) await showPrivately(client, asker, message)
    return false
  }
  const posted = await postParts(request, { answer, messages }, attempt)
  const isCorrectable = posted.length === messages.length
  const after = isCorrectable ? { delete_original: true } : NOT_CORRECTABLE_NOTICE
  await replacePrivateAnswer(asker, after, attempt.context)
  return true
}

/** Posts the messages of an answer, and records each before the next one. Returns the timestamps that are known. */
async function postParts(
  request: ShareRequest,
  { answer, messages }: { answer: OutgoingMessage; messages: SlackMessage[] },
  { isRetry, context }: Attempt,
): Promise<string[]> {
  const { asker, thread, key } = request
  const posted: string[] = []
  for (const [i, message] of messages.entries()) {
    const ts = await postShared(request, { message, id: `${key}:${i}`, isRetry })
    if (ts === null || asker.channel === null) continue
    posted.push(ts)
    await recordPosting({ channel: asker.channel, thread, messages: [...posted] }, answer, context)
  }
  return posted
}

/**
 * Posts a shared message, and returns its timestamp. In a channel that Readback is not a member of, it posts through
 * the response URL, which does not tell the timestamp, and returns null. Throws a SlackFault.
 */
async function postShared(
  { client, asker, thread }: ShareRequest,
  posting: { message: SlackMessage; id: string; isRetry: boolean },
): Promise<string | null> {
  const { channel, responseUrl } = asker
  try {
    if (!channel) throw new SlackFault('refused', 'channel_not_found')
    return await postOnce(client, { channel, thread }, posting)
  } catch (fault) {
    if (!(fault instanceof SlackFault) || isUnsure(fault) || !responseUrl) throw fault
    const place = {
      response_type: 'in_channel',
      replace_original: false,
      ...(thread && { thread_ts: thread }),
    }
    const shared = { ...NO_PREVIEWS, ...posting.message, ...place }
    await postToResponseUrl(responseUrl, shared, { repeatable: false })
    return null
  }
}

/** What replaces the private answer if Readback cannot correct the shared one. */
const NOT_CORRECTABLE_NOTICE = {
  replace_original: true,
  ...NO_PREVIEWS,
  ...toSlack([{ kind: 'note', tone: 'aside', text: SHARED_WITHOUT_MEMBERSHIP_SENTENCE }])[0],
}

/** Replaces or deletes the private answer that was shared; a failure to do so is logged. */
async function replacePrivateAnswer(
  { responseUrl }: SlackAsker,
  after: object,
  { log }: ListenerContext,
): Promise<void> {
  if (!responseUrl) return
  await postToResponseUrl(responseUrl, after, { repeatable: true }).catch(() =>
    log.warn('Slack: a private answer stayed after it was shared'),
  )
}
