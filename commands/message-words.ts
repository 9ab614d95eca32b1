// Takes the words to look for out of a chat message.

import { markedClaim } from '../src/answers/verification/claim.ts'
import { UserError } from '../src/errors.ts'
import { IN_DOUBLE_MARKS } from '../src/language/quotation-marks.ts'
import { MIN_QUOTATION_WORDS } from './claims-in.ts'

/** Characters of a message that are looked for: a longer text has too many topics to find anything. */
const MAX_MESSAGE_CHARS = 1500

/** Mentions, emoji and timestamps of Discord and Slack, and web addresses, which no story has. */
const CHAT_MARKUP = /<[@#!:a-z/][^<>\n]*>|https?:\/\/\S+|:[a-z0-9_+-]{2,}:/gi

/** Returns the words of a message without chat markup, on one line. Throws a UserError where there are none. */
export function messageWords(message: string): string {
  const words = messageLines(message)
    .replace(/[*_~`|]{1,3}|^[^\S\n]*(?:>{1,3}|#{1,3}|-#)[^\S\n]/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_MESSAGE_CHARS)
  if (!words) throw noWords()
  return words
}

/**
 * Returns the lines of a message without mentions, emoji and addresses; what sets off a quotation stays. Throws a
 * UserError where there are no words.
 */
export function messageLines(message: string): string {
  const lines = message.replace(CHAT_MARKUP, ' ').trim()
  if (!lines) throw noWords()
  return lines
}

const noWords = () =>
  new UserError('This message has no words to look for: a picture or a link alone cannot be found.')

/**
 * Returns the quotation to check in a message: the one in quotation marks, or the whole message where there is none or
 * there are several. It returns the whole message too where that states one quotation and its speaker, to check both.
 */
export function quotationInMessage(message: string): string {
  const words = messageWords(message)
  if (markedClaim(words)?.speaker) return words
  const marked = [...words.matchAll(IN_DOUBLE_MARKS)].map(([, quoted = '']) => quoted.trim())
  const [only, ...others] = marked.filter((quoted) => quoted.split(/\s+/).length >= MIN_QUOTATION_WORDS)
  return only && others.length === 0 ? `“${only}”` : words
}
