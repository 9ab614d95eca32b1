// Posts a public message once, and finds it again if Slack did not confirm it.
import { setTimeout as pause } from 'node:timers/promises'
import type { webApi } from '@slack/bolt'
import type { SlackMessage } from '../../replies/slack.ts'
import { isUnsure } from './call-failure.ts'
import { NO_PREVIEWS } from './post-message.ts'
import { callSlack, pauseAfter } from './retry-call.ts'

/**
 * The place of a public message: a channel and the timestamp of the message whose thread it joins or starts; null for
 * the channel itself. A broadcast message shows in the channel as well.
 */
export type PostTarget = { channel: string; thread: string | null; broadcast?: boolean }

/** A message to post. `id` identifies what is posted and holds no text that anybody wrote. */
type Posting = { message: SlackMessage; id: string; isRetry?: boolean }

/** The event type in a message's metadata that marks it as an answer, so that it can be found again. */
const ANSWER_EVENT_TYPE = 'readback_answer'

/** How often a message is posted that Slack does not confirm. */
const MAX_POST_ATTEMPTS = 6

/** How far back to look for a message that was just posted, and for one from an earlier attempt, in seconds. */
const RECENT_POST_SECONDS = 600
const EARLIER_POST_SECONDS = 86_400

/**
 * Posts a message once. If Slack does not confirm the post, or if `isRetry` says that it may have been posted before, it
 * is looked for first, by the id in its metadata, and posted only if it is missing. Returns the timestamp of the
 * message. Throws a SlackFault; one of the kind `unsure` if nobody can look for it.
 */
export async function postOnce(
  client: webApi.WebClient,
  at: PostTarget,
  { message, id, isRetry = false }: Posting,
): Promise<string> {
  const since = isRetry ? EARLIER_POST_SECONDS : RECENT_POST_SECONDS
  const earlier = isRetry ? await findPosted(client, at, { id, since }).catch(() => null) : null
  if (earlier) return earlier
  for (let attempt = 1; ; attempt++) {
    try {
      return await post(client, at, { message, id })
    } catch (fault) {
      if (!isUnsure(fault)) throw fault
      await pause(pauseAfter(attempt))
      const posted = await findPosted(client, at, { id, since }).catch(() => {
        throw fault
      })
      if (posted) return posted
      if (attempt === MAX_POST_ATTEMPTS) throw fault
    }
  }
}

async function post(
  client: webApi.WebClient,
  { channel, thread, broadcast = false }: PostTarget,
  { message, id }: Posting,
): Promise<string> {
  const posting = {
    channel,
    ...(thread && { thread_ts: thread, reply_broadcast: broadcast }),
    ...NO_PREVIEWS,
    ...message,
    metadata: { event_type: ANSWER_EVENT_TYPE, event_payload: { id } },
  } as webApi.ChatPostMessageArguments
  const { ts } = await callSlack(() => client.chat.postMessage(posting), false)
  return String(ts)
}

/** At most this many pages of this many messages are looked through. */
const MAX_SEARCHED_PAGES = 5
const SEARCHED_PAGE_SIZE = 200

/** Returns the timestamp of the message with an id, posted at most `since` seconds ago; null if there is none. */
async function findPosted(
  client: webApi.WebClient,
  { channel, thread }: PostTarget,
  { id, since }: { id: string; since: number },
): Promise<string | null> {
  const oldest = String(Date.now() / 1_000 - since)
  const query = { channel, oldest, limit: SEARCHED_PAGE_SIZE, include_all_metadata: true }
  let cursor: string | undefined
  for (let page = 0; page < MAX_SEARCHED_PAGES; page++) {
    const at = { ...query, ...(cursor && { cursor }) }
    const { messages = [], response_metadata } = await callSlack(
      () => (thread ? client.conversations.replies({ ...at, ts: thread }) : client.conversations.history(at)),
      true,
    )
    const found = messages.find((one) => idOf(one) === id)
    if (found) return found.ts ?? null
    cursor = response_metadata?.next_cursor
    if (!cursor) break
  }
  return null
}

/** Returns the id in the metadata of a message that Readback posted; undefined for any other message. */
const idOf = ({ metadata }: { metadata?: { event_type?: string; event_payload?: object } }) =>
  metadata?.event_type === ANSWER_EVENT_TYPE ? (metadata.event_payload as { id?: string }).id : undefined
