import { mentionsIn } from './plain-text.ts'

/** A message as far as manners care. */
export type Heard = {
  user?: string | undefined
  text?: string | undefined
  subtype?: string | undefined
  bot_id?: string | undefined
  edited?: unknown
  hidden?: boolean | undefined
}

/** Messages that are a person's own words all the same: with a file, or shown in the channel too. */
const OWN_WORDS = new Set(['file_share', 'thread_broadcast'])

/**
 * Whether somebody speaks to Readback and to nobody else: a person, not a bot and not Readback itself, who did not
 * edit an older message, and who mentions no other person, group or channel.
 */
export function isSpokenTo(
  { user, text = '', subtype, bot_id, edited, hidden }: Heard,
  self: string,
): boolean {
  if (!user || user === self || bot_id || edited || hidden) return false
  if (subtype && !OWN_WORDS.has(subtype)) return false
  return mentionsIn(text).every((mentioned) => mentioned === self)
}
