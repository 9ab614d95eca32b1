import type { webApi } from '@slack/bolt'
import { wordsOnly } from './plain-text.ts'
import { call } from './retry-call.ts'

/** How much of a thread is read: the first message and what follows, up to a thousand. */
const PAGES = 5
const PAGE = 200

type Message = NonNullable<webApi.ConversationsRepliesResponse['messages']>[number]

/**
 * What people wrote in the thread that a message stands in, oldest first, as plain text: without bots, and kept
 * nowhere. Throws a Fault where Readback may not read the channel.
 */
export async function readThread(client: webApi.WebClient, channel: string, ts: string): Promise<string[]> {
  const messages = await replies(client, channel, ts)
  const root = messages[0]?.thread_ts
  const whole = root && root !== ts && messages.length === 1 ? await replies(client, channel, root) : messages
  return whole
    .filter(isByAPerson)
    .map(({ text = '' }) => wordsOnly(text))
    .filter(Boolean)
}

async function replies(client: webApi.WebClient, channel: string, ts: string): Promise<Message[]> {
  const found: Message[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const at = cursor ? { cursor } : {}
    const { messages = [], response_metadata } = await call(
      () => client.conversations.replies({ channel, ts, limit: PAGE, ...at }),
      true,
    )
    found.push(...messages)
    cursor = response_metadata?.next_cursor
    if (!cursor) break
  }
  return found
}

const isByAPerson = ({ bot_id, user, subtype }: Message & { subtype?: string }) =>
  !bot_id && Boolean(user) && (!subtype || subtype === 'file_share' || subtype === 'thread_broadcast')
