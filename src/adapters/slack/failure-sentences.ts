// Says in a sentence why Slack did not carry out a call, and what to do.
import type { SlackFault } from './call-failure.ts'

/** Slack’s codes for a channel that Readback is not a member of, or cannot see. */
export const NO_ACCESS_CODES: ReadonlySet<string> = new Set([
  'not_in_channel',
  'channel_not_found',
  'thread_not_found',
])

/** What the asker reads when Readback is not a member of the channel. */
export const INVITE_SENTENCE = 'I am not in this channel. Invite me with “/invite @readback”, then ask again.'

/** What the asker reads after sharing to a channel where Readback cannot correct its message. */
export const SHARED_WITHOUT_MEMBERSHIP_SENTENCE =
  'Shared, but not as a member of this channel, so no correction of the story can follow it. Invite me with “/invite @readback”, and the next one will be followed.'

/** Returns what the asker reads about a fault. */
export function faultSentence({ kind, code, detail }: SlackFault): string {
  if (NO_ACCESS_CODES.has(code)) return INVITE_SENTENCE
  if (code === 'missing_scope')
    return `Slack does not let me do that without the permission ${detail ?? 'it asks for'}. Ask whoever runs Readback to add it to the app and to install the app again.`
  switch (kind) {
    case 'limited':
      return 'Slack holds me to fewer messages just now. Ask again in a minute.'
    case 'expired':
      return 'That message is too old for me to answer in. Ask again.'
    case 'unsure':
      return 'Slack did not confirm that my answer arrived. If you do not see it, ask again.'
    case 'unreached':
      return 'Slack did not take my answer. Ask again in a minute.'
    case 'refused':
      return REFUSAL_SENTENCES[code] ?? `Slack did not take my answer (${code}). Ask whoever runs Readback.`
  }
}

/** Sentences for Slack's codes of refusals. */
const REFUSAL_SENTENCES: Record<string, string> = {
  is_archived: 'This channel is archived, so I cannot post in it. Ask me in another one.',
  restricted_action:
    'This channel lets only some people post. Ask me in another one, or in a direct message.',
  restricted_action_read_only_channel: 'This channel lets only some people post. Ask me in another one.',
  user_not_in_channel: 'You are not in that channel. Join it, then ask again.',
}
