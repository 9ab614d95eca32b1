import type { webApi } from '@slack/bolt'
import type { SlackMessage } from '../../replies/slack.ts'
import { Fault } from './call-failure.ts'
import { call, respond } from './retry-call.ts'

/** Who asked, and where: what it takes to reach them. */
export type Asker = {
  user: string
  channel: string | null
  /** The thread that was asked in, by the timestamp of its first message. */
  thread: string | null
  responseUrl: string | null
}

/**
 * The place of a public answer: a thread, which the answer starts where there is none. What is broadcast shows in the
 * channel as well.
 */
export type Thread = { channel: string; thread: string; broadcast?: boolean }

/** No previews, no mrkdwn in the top-level text: what an answer says stands literally. */
export const QUIET = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const

/** What marks a message as the answer to a delivery, so that it can be found again. */
const ANSWER = 'readback_answer'

/**
 * Posts an answer in a thread, once: where Slack does not say whether it took it, or where it is posted `again`, the
 * thread is read, and the answer is posted only where it is not there. `id` is what is answered, and nothing that
 * anybody wrote. Returns its timestamp.
 */
export async function postInThread(
  client: webApi.WebClient,
  at: Thread,
  { message, id, again = false }: { message: SlackMessage; id: string; again?: boolean },
): Promise<string> {
  const post = async () => {
    const { ts } = await call(
      () =>
        client.chat.postMessage({
          channel: at.channel,
          thread_ts: at.thread,
          reply_broadcast: at.broadcast ?? false,
          ...QUIET,
          ...message,
          metadata: { event_type: ANSWER, event_payload: { id } },
        }),
      false,
    )
    return String(ts)
  }
  const earlier = again ? await find(client, at, { id, since: EARLIER }).catch(() => null) : null
  if (earlier) return earlier
  try {
    return await post()
  } catch (fault) {
    if (!(fault instanceof Fault) || fault.kind !== 'unsure') throw fault
    const there = await find(client, at, { id, since: RECENT }).catch(() => {
      throw fault
    })
    return there ?? (await post())
  }
}

/** The timestamp of the message that answers a delivery; null where there is none yet. */
async function find(
  client: webApi.WebClient,
  { channel, thread }: Thread,
  { id, since }: { id: string; since: number },
): Promise<string | null> {
  const oldest = String(Date.now() / 1_000 - since)
  const { messages = [] } = await call(
    () =>
      client.conversations.replies({ channel, ts: thread, oldest, limit: 200, include_all_metadata: true }),
    true,
  )
  const found = messages.find(
    ({ metadata }) =>
      metadata?.event_type === ANSWER && (metadata.event_payload as { id?: string }).id === id,
  )
  return found?.ts ?? null
}

/** An answer that was just posted is no older than this, in seconds, and one that was posted before than that. */
const RECENT = 600
const EARLIER = 86_400

/** Shows a message to the asker alone: where they asked, as long as Slack lets it, else in the channel or directly. */
export async function showPrivately(
  client: webApi.WebClient,
  asker: Asker,
  message: SlackMessage,
): Promise<void> {
  if (asker.responseUrl) {
    try {
      return await respond(asker.responseUrl, {
        response_type: 'ephemeral',
        replace_original: false,
        ...QUIET,
        ...message,
        ...threadOf(asker),
      })
    } catch (fault) {
      if (!(fault instanceof Fault) || fault.kind === 'unsure') throw fault
    }
  }
  await showWithoutUrl(client, asker, message)
}

async function showWithoutUrl(client: webApi.WebClient, asker: Asker, message: SlackMessage): Promise<void> {
  const { user, channel } = asker
  if (channel) {
    try {
      await call(() => client.chat.postEphemeral({ channel, user, ...message, ...threadOf(asker) }), false)
      return
    } catch (fault) {
      if (!(fault instanceof Fault) || fault.kind === 'unsure') throw fault
    }
  }
  await call(() => client.chat.postMessage({ channel: user, ...QUIET, ...message }), false)
}

const threadOf = ({ thread }: Asker) => (thread ? { thread_ts: thread } : {})
