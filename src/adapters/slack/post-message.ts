// Shows messages to the asker alone.
import type { webApi } from '@slack/bolt'
import type { SlackMessage } from '../../replies/slack.ts'
import { isUnsure, SlackFault } from './call-failure.ts'
import { addByResponseUrl, postToResponseUrl } from './response-url.ts'
import { callSlack } from './retry-call.ts'

/** Who asked and where; null where that is unknown. */
export type SlackAsker = {
  user: string
  channel: string | null
  /** The timestamp of the first message of the thread that was asked in. */
  thread: string | null
  responseUrl: string | null
  /** Whether the response URL belongs to a message, whose button was pressed: it would be replaced by that URL. */
  pressed: boolean
}

/** Arguments of every message: no link previews, and no mrkdwn in the top-level text, so that it shows literally. */
export const NO_PREVIEWS = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const

/**
 * Shows a message to the asker alone: by the response URL; if Slack does not take that, as an ephemeral message in the
 * channel; if not that either, as a direct message. Throws a SlackFault, also if one of them may have taken effect:
 * nobody can look for a message that only one person sees.
 */
export async function showPrivately(
  client: webApi.WebClient,
  asker: SlackAsker,
  message: SlackMessage,
): Promise<void> {
  if (asker.responseUrl) {
    try {
      return await showByResponseUrl(asker.responseUrl, asker, message)
    } catch (fault) {
      if (!(fault instanceof SlackFault) || isUnsure(fault)) throw fault
    }
  }
  await showByWebApi(client, asker, message)
}

function showByResponseUrl(url: string, asker: SlackAsker, message: SlackMessage): Promise<void> {
  const shown = { response_type: 'ephemeral', ...NO_PREVIEWS, ...message, ...threadArguments(asker) }
  return asker.pressed
    ? postToResponseUrl(url, { ...shown, replace_original: false }, { repeatable: false })
    : addByResponseUrl(url, shown)
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
      if (!(fault instanceof SlackFault) || isUnsure(fault)) throw fault
    }
  }
  await callSlack(() => client.chat.postMessage({ channel: user, ...NO_PREVIEWS, ...message }), false)
}

const threadArguments = ({ thread }: SlackAsker) => (thread ? { thread_ts: thread } : {})
