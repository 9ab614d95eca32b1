// Posts notices to the sources' owners in a Slack channel.
import type { webApi } from '@slack/bolt'
import { toSlack } from '../../replies/slack.ts'
import type { OwnerChannel } from '../../sources/owner-alerts.ts'
import { NO_PREVIEWS } from './post-message.ts'
import { callSlack } from './retry-call.ts'

/**
 * Returns the owners' channel for a channel's id; Readback has to be a member of it. Telling rejects with a
 * SlackFault.
 */
export const ownerChannelIn = (channel: string, client: webApi.WebClient): OwnerChannel => ({
  async tell(text) {
    for (const message of toSlack([{ kind: 'note', tone: 'warning', text }]))
      await callSlack(() => client.chat.postMessage({ channel, ...NO_PREVIEWS, ...message }), false)
  },
})
