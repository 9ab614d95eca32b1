import type { webApi } from '@slack/bolt'
import { toSlack } from '../../replies/slack.ts'
import type { OwnerChannel } from '../../sources/owner-alerts.ts'
import { QUIET } from './post-message.ts'
import { call } from './retry-call.ts'

/** The owners of the sources, in a channel that Readback is a member of. */
export const ownersIn = (channel: string, client: webApi.WebClient): OwnerChannel => ({
  async tell(text) {
    for (const message of toSlack([{ kind: 'note', tone: 'warning', text }]))
      await call(() => client.chat.postMessage({ channel, ...QUIET, ...message }), false)
  },
})
