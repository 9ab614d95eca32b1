// Reads the messages of a Slack thread as plain text.
import type { webApi } from '@slack/bolt'
import { wordsOnly } from './plain-text.ts'
import { callSlack } from './retry-call.ts'

/** At most this many pages of this many messages are read: the first thousand messages of a thread. */
const MAX_THREAD_PAGES = 5
const THREAD_PAGE_SIZE = 200

type ThreadMessage = NonNullable<webApi.ConversationsRepliesResponse['messages']>[number]

/**
 * Returns what people wrote in the thread of a message, oldest first, as plain text, without bots' messages. `ts` is the
 * timestamp of any message in the thread. Nothing of it is stored. Throws a SlackFault if Readback may not read the
 * channel.
 */
export async function readThread(client: webApi.WebClient, channel: string, ts: string): Promise<string[]> {
  const messages = await readPages(client, channel, ts)
  const root = messages[0]?.thread_ts
  const whole =
    root && root !== ts && messages.length === 1 ? await readPages(client, channel, root) : messages
  return whole
    .filter(isFromPerson)
    .map(({ text = '' }) => wordsOnly(text))
    .filter(Boolean)
}

async function readPages(client: webApi.WebClient, channel: string, ts: string): Promise<ThreadMessage[]> {
  const found: ThreadMessage[] = []
  let cursor: string | undefined
  for (let page = 0; page < MAX_THREAD_PAGES; page++) {
    const cursorArgument = cursor ? { cursor } : {}
    const { messages = [], response_metadata } = await callSlack(
      () => client.conversations.replies({ channel, ts, limit: THREAD_PAGE_SIZE, ...cursorArgument }),
      true,
    )
    found.push(...messages)
    cursor = response_metadata?.next_cursor
    if (!cursor) break
  }
  return found
}

const isFromPerson = ({ bot_id, user, subtype }: ThreadMessage & { subtype?: string }) =>
  !bot_id && Boolean(user) && (!subtype || subtype === 'file_share' || subtype === 'thread_broadcast')
