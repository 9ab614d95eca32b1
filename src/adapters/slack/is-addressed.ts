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
 * Tells whether a message speaks to Readback: it is by a person, not by a bot or Readback itself, is no edit of an
 * older message, and mentions nobody else, or Readback first and alone ("@readback who said please? @ben needs it"). A
 * call of a channel or a group, or of Readback together with others, is not for it. `self` is Readback's own user id.
 */
export function isAddressed(
  { user, text = '', subtype, bot_id, edited, hidden }: MessageFields,
  self: string,
): boolean {
  if (!user || user === self || bot_id || edited || hidden) return false
  if (subtype && !PERSONAL_SUBTYPES.has(subtype)) return false
  const others = mentionsIn(text).filter((mentioned) => mentioned !== self)
  return others.length === 0 || (others.every(isPerson) && mentionsAtStart(text).join() === self)
}

const isPerson = (mentioned: string) => !mentioned.startsWith('!')

/** The mentions that a message begins with, with at most "and" or a comma between them. */
const OPENING_MENTIONS = /^(?:\s*(?:[,&+]|and\b)?\s*<@[^<>]*>)+/i

const mentionsAtStart = (text: string) => mentionsIn(OPENING_MENTIONS.exec(text)?.[0] ?? '')

/** Returns a message without the sentences that mention other people: those are no part of the question. */
export const wordsForReadback = (text: string, self: string): string =>
  text
    .split(/(?<=[.?!])\s+/)
    .filter((sentence) => mentionsIn(sentence).every((mentioned) => mentioned === self))
    .join(' ') || text
