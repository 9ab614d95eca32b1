// Reads the signature line of an embedded post: name, account and date.
import { z } from 'zod'
import type { Post, Span } from './article.ts'

const HANDLE = String.raw`@[\w.-]+(?:@[\w.-]+)?`
/** How many characters before an account are read for its name; a display name has at most 64. */
const MAX_NAME_CHARS = 120
/** Longer words after an account are not a date. */
const MAX_DATE_CHARS = 60
const ACCOUNT = new RegExp(String.raw`^\((${HANDLE})\)(.*)$`, 'u')
const SIGNATURE_LINE = /^(?:—|–|―|--?|&mdash;)[ \t]*(.{0,100})$/u
const SIGNATURE_AFTER_WORDS = /[ \t](?:—|–|―|--|&mdash;)[ \t]*([^—–―]{0,100})$/u
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = String.raw`(${MONTHS.join('|')})[a-z]{0,6}\.?`
const MONTH_DAY = new RegExp(String.raw`\b${MONTH} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`, 'iu')
const DAY_MONTH = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\.? ${MONTH},? (\d{4})\b`, 'iu')
const ISO_DAY = /\b\d{4}-\d{2}-\d{2}/u
const DATE_WORD = new RegExp(
  String.raw`^(?:[\d/.,:·•|+TZ-]+|\d{1,2}(?:st|nd|rd|th),?|[ap]\.?m\.?|at|on|UTC|GMT|[ECMP][SD]?T|${MONTH},?)$`,
  'iu',
)

/** A signature of an embedded post: the offset at which it begins, and the account, name and date. */
export type Signature = { start: number; post: Post }

/**
 * Returns the signature that a line ends in, or null: a dash, a name, an account in brackets and a date, as in the
 * embeds of X, Bluesky and Mastodon. The date may be missing or unclear only where the signature is alone on the line.
 */
export function signatureOf(text: string, line: Span): Signature | null {
  const words = text.slice(line.start, line.end)
  const open = words.lastIndexOf('(@')
  const [, account, rest = ''] = (open >= 0 && ACCOUNT.exec(words.slice(open))) || []
  const date = dateOf(rest)
  if (!account || !isDating(rest.trim())) return null
  const before = words.slice(Math.max(0, open - MAX_NAME_CHARS), open).trimEnd()
  const signed =
    (open <= MAX_NAME_CHARS && SIGNATURE_LINE.exec(before)) || (date && SIGNATURE_AFTER_WORDS.exec(before))
  if (!signed) return null
  const [mark, name = ''] = signed
  const end = words.slice(0, open).trimEnd().length
  return {
    start: line.start + end - mark.trimStart().length,
    post: { account, name: name.trim() || account, date },
  }
}

const isDating = (words: string) =>
  words === '' || (words.length < MAX_DATE_CHARS && words.split(/\s+/u).every((word) => DATE_WORD.test(word)))

/** Returns the day that a signature names, as `2026-02-04`; null where there is no valid date. */
function dateOf(words: string): string | null {
  const [iso] = ISO_DAY.exec(words) ?? []
  const [, month, day, year] = MONTH_DAY.exec(words) ?? []
  const [, dayFirst, monthNext, yearLast] = DAY_MONTH.exec(words) ?? []
  const stated = iso ?? isoDay(year ?? yearLast, month ?? monthNext, day ?? dayFirst)
  return z.iso.date().safeParse(stated).data ?? null
}

function isoDay(year = '', month = '', day = ''): string {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}
