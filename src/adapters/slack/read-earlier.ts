// Reads the messages that stand before one to Readback, for what that goes on from.
import type { webApi } from '@slack/bolt'
import type { EarlierMessage } from '../../../commands/follow-up.ts'
import { SlackFault } from './call-failure.ts'
import { mentionsIn, plainText } from './plain-text.ts'
import { callSlack } from './retry-call.ts'

/** Earlier messages that are read: what somebody goes on from is not far above. */
const MAX_EARLIER_MESSAGES = 50

/** A message that somebody sent to Readback. */
type SentMessage = { channel: string; ts: string; thread_ts?: string }

/**
 * Returns what people wrote before a message, oldest first: in its thread or, outside of threads, in its channel. In a
 * direct conversation every message is a question to Readback (`self`), elsewhere those that mention it. Empty where
 * Readback may not read there. Nothing of it is stored.
 */
export async function readEarlier(
  client: webApi.WebClient,
  { channel, ts, thread_ts: thread }: SentMessage,
  self: string,
): Promise<EarlierMessage[]> {
  const isDirect = channel.startsWith('D')
  const messages = await readBefore(client, { channel, ts, ...(thread && { thread_ts: thread }) })
  return messages
    .filter(({ user, bot_id, ts: sent = '' }) => user && user !== self && !bot_id && sent < ts)
    .toSorted((a, b) => ((a.ts ?? '') < (b.ts ?? '') ? -1 : 1))
    .map(({ text = '' }) => ({
      text: plainText(text),
      isQuestion: isDirect || mentionsIn(text).includes(self),
    }))
    .filter(({ text }) => text !== '')
}

async function readBefore(
  client: webApi.WebClient,
  { channel, ts, thread_ts: thread }: SentMessage,
): Promise<{ user?: string; bot_id?: string; text?: string; ts?: string }[]> {
  const page = { channel, latest: ts, limit: MAX_EARLIER_MESSAGES }
  try {
    const { messages = [] } = await callSlack(
      () =>
        thread ? client.conversations.replies({ ...page, ts: thread }) : client.conversations.history(page),
      true,
    )
    return messages
  } catch (fault) {
    if (!(fault instanceof SlackFault)) throw fault
    return []
  }
}
