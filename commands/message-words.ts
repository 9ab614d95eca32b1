// Takes the words to look for out of a chat message.

import { markedClaim } from '../src/answers/verification/claim.ts'
import { UserError } from '../src/errors.ts'
import { IN_DOUBLE_MARKS } from '../src/language/quotation-marks.ts'

/** Characters of a message that are looked for: a longer text has too many topics to find anything. */
const MAX_MESSAGE_CHARS = 1500

/** Mentions, emoji and timestamps of Discord and Slack, and web addresses, which no story has. */
const CHAT_MARKUP = /<[@#!:a-z/][^<>\n]*>|https?:\/\/\S+|:[a-z0-9_+-]{2,}:/gi

/** Fewer words in quotation marks are taken for a name or a title. */
const MIN_QUOTATION_WORDS = 3

/** Returns the words of a message without chat markup. Throws a UserError where there are none. */
export function messageWords(message: string): string {
  const words = message
    .replace(CHAT_MARKUP, ' ')
    .replace(/[*_~`|]{1,3}|^[^\S\n]*(?:>{1,3}|#{1,3}|-#)[^\S\n]/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_MESSAGE_CHARS)
  if (!words)
    throw new UserError('This message has no words to look for: a picture or a link alone cannot be found.')
  return words
}

/**
 * Returns the quotation to check in a message: the longest words in quotation marks, or the whole message where there
 * are none. It returns the whole message too where that states one quotation and its speaker, to check both.
 */
export function quotationInMessage(message: string): string {
  const words = messageWords(message)
  if (markedClaim(words)?.speaker) return words
  const marked = [...words.matchAll(IN_DOUBLE_MARKS)].map(([, quoted = '']) => quoted.trim())
  const longest = marked.toSorted((a, b) => b.length - a.length)[0] ?? ''
  return longest.split(/\s+/).length >= MIN_QUOTATION_WORDS ? `“${longest}”` : words
}
