// Posts answers in threads once, and shows messages to the asker alone.
import type { webApi } from '@slack/bolt'
import type { SlackMessage } from '../../replies/slack.ts'
import { SlackFault } from './call-failure.ts'
import { callSlack, postToResponseUrl } from './retry-call.ts'

/** Who asked and where; null where that is unknown. */
export type SlackAsker = {
  user: string
  channel: string | null
  /** The timestamp of the first message of the thread that was asked in. */
  thread: string | null
  responseUrl: string | null
}

/**
 * The place of a public answer: a channel and the timestamp of the message whose thread it joins or starts. A broadcast
 * answer shows in the channel as well.
 */
export type ThreadTarget = { channel: string; thread: string; broadcast?: boolean }

/** Arguments of every message: no link previews, and no mrkdwn in the top-level text, so that it shows literally. */
export const NO_PREVIEWS = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const

/** The event type in a message's metadata that marks it as an answer, so that it can be found again. */
const ANSWER_EVENT_TYPE = 'readback_answer'

/**
 * Posts an answer in a thread once. If Slack does not confirm the post, or if `isRetry` says that it may have been posted
 * before, the thread is read first, and the answer is posted only if it is missing. `id` identifies what is answered;
 * it holds no text that anybody wrote. Returns the timestamp of the message. Throws a SlackFault.
 */
export async function postInThread(
  client: webApi.WebClient,
  at: ThreadTarget,
  { message, id, isRetry = false }: { message: SlackMessage; id: string; isRetry?: boolean },
): Promise<string> {
  const post = async () => {
    const { ts } = await callSlack(
      () =>
        client.chat.postMessage({
          channel: at.channel,
          thread_ts: at.thread,
          reply_broadcast: at.broadcast ?? false,
          ...NO_PREVIEWS,
          ...message,
          metadata: { event_type: ANSWER_EVENT_TYPE, event_payload: { id } },
        }),
      false,
    )
    return String(ts)
  }
  const earlier = isRetry
    ? await findPosted(client, at, { id, since: EARLIER_POST_SECONDS }).catch(() => null)
    : null
  if (earlier) return earlier
  try {
    return await post()
  } catch (fault) {
    if (!(fault instanceof SlackFault) || fault.kind !== 'unsure') throw fault
    const posted = await findPosted(client, at, { id, since: RECENT_POST_SECONDS }).catch(() => {
      throw fault
    })
    return posted ?? (await post())
  }
}

/** Returns the timestamp of the message with an id, posted at most `since` seconds ago; null if there is none. */
async function findPosted(
  client: webApi.WebClient,
  { channel, thread }: ThreadTarget,
  { id, since }: { id: string; since: number },
): Promise<string | null> {
  const oldest = String(Date.now() / 1_000 - since)
  const { messages = [] } = await callSlack(
    () =>
      client.conversations.replies({ channel, ts: thread, oldest, limit: 200, include_all_metadata: true }),
    true,
  )
  const found = messages.find(
    ({ metadata }) =>
      metadata?.event_type === ANSWER_EVENT_TYPE && (metadata.event_payload as { id?: string }).id === id,
  )
  return found?.ts ?? null
}

/** How far back to look for an answer that was just posted, and for one from an earlier attempt. */
const RECENT_POST_SECONDS = 600
const EARLIER_POST_SECONDS = 86_400

/**
 * Shows a message to the asker alone: by the response URL; if Slack does not take that, as an ephemeral message in the
 * channel; if not that either, as a direct message. Throws a SlackFault, also if one of them may have taken effect.
 */
export async function showPrivately(
  client: webApi.WebClient,
  asker: SlackAsker,
  message: SlackMessage,
): Promise<void> {
  if (asker.responseUrl) {
    try {
      return await postToResponseUrl(asker.responseUrl, {
        response_type: 'ephemeral',
        replace_original: false,
        ...NO_PREVIEWS,
        ...message,
        ...threadArguments(asker),
      })
    } catch (fault) {
      if (!(fault instanceof SlackFault) || fault.kind === 'unsure') throw fault
    }
  }
  await showByWebApi(client, asker, message)
}

async function showByWebApi(
  client: webApi.WebClient,
  asker: SlackAsker,
  message: SlackMessage,
): Promise<void> {
  const { user, channel } = asker
  if (channel) {
    try {
      await callSlack(
        () => client.chat.postEphemeral({ channel, user, ...message, ...threadArguments(asker) }),
        false,
      )
      return
    } catch (fault) {
      if (!(fault instanceof SlackFault) || fault.kind === 'unsure') throw fault
    }
  }
  await callSlack(() => client.chat.postMessage({ channel: user, ...NO_PREVIEWS, ...message }), false)
}

const threadArguments = ({ thread }: SlackAsker) => (thread ? { thread_ts: thread } : {})
