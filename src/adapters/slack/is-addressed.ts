// Decides whether a message speaks to Readback.
import { mentionsIn } from './plain-text.ts'

/** The fields of a message that decide it. */
export type MessageFields = {
  user?: string | undefined
  text?: string | undefined
  subtype?: string | undefined
  bot_id?: string | undefined
  edited?: unknown
  hidden?: boolean | undefined
}

/** The subtypes of messages that a person wrote: with a file, or a reply that is shown in the channel as well. */
const PERSONAL_SUBTYPES = new Set(['file_share', 'thread_broadcast'])

/**
 * Tells whether a message speaks to Readback and to nobody else: it is by a person, not by a bot or Readback itself, is
 * no edit of an older message, and mentions no other person, group or channel. `self` is Readback's own user id.
 */
export function isAddressed(
  { user, text = '', subtype, bot_id, edited, hidden }: MessageFields,
  self: string,
): boolean {
  if (!user || user === self || bot_id || edited || hidden) return false
  if (subtype && !PERSONAL_SUBTYPES.has(subtype)) return false
  return mentionsIn(text).every((mentioned) => mentioned === self)
}
