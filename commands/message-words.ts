import { DOUBLY_MARKED } from '../src/answers/query/reporting-verbs.ts'
import { markedClaim } from '../src/answers/verification/claim.ts'
import { UserError } from '../src/errors.ts'

/** The most characters of a message that are looked for: longer ones are about too much to find anything. */
const MOST = 1500

/** Mentions, emoji and timestamps of Discord and Slack, and addresses: no words that a story has. */
const MARKUP = /<[@#!:a-z/][^<>\n]*>|https?:\/\/\S+|:[a-z0-9_+-]{2,}:/gi

/** Fewer words in marks than this are a name or a title, no quotation to check. */
const QUOTATION = 3

/** The words of a message, without what only a chat understands; a UserError where there are none. */
export function wordsOf(message: string): string {
  const words = message
    .replace(MARKUP, ' ')
    .replace(/[*_~`|]{1,3}|^[^\S\n]*(?:>{1,3}|#{1,3}|-#)[^\S\n]/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST)
  if (!words)
    throw new UserError('This message has no words to look for: a picture or a link alone cannot be found.')
  return words
}

/**
 * The quotation in a message: the longest words in quotation marks, or the whole message where nothing is marked; and
 * where it tells of one quotation and who said it, both, so that the speaker is checked too.
 */
export function quotedIn(message: string): string {
  const words = wordsOf(message)
  if (markedClaim(words)?.speaker) return words
  const marked = [...words.matchAll(DOUBLY_MARKED)].map(([, quoted = '']) => quoted.trim())
  const longest = marked.toSorted((a, b) => b.length - a.length)[0] ?? ''
  return longest.split(/\s+/).length >= QUOTATION ? longest : words
}
