import { z } from 'zod'
import type { Post, Span } from './article.ts'

const HANDLE = String.raw`@[\w.-]+(?:@[\w.-]+)?`
/** How far before an account its name can begin: a display name has 64 characters at most. */
const REACH = 120
const ACCOUNT = new RegExp(String.raw`^\((${HANDLE})\)(.*)$`, 'u')
const ALONE = /^(?:—|–|―|--?|&mdash;)[ \t]*(.{0,100})$/u
const AFTER_WORDS = /[ \t](?:—|–|―|--|&mdash;)[ \t]*([^—–―]{0,100})$/u
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = String.raw`(${MONTHS.join('|')})[a-z]{0,6}\.?`
const MONTH_DAY = new RegExp(String.raw`\b${MONTH} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`, 'iu')
const DAY_MONTH = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\.? ${MONTH},? (\d{4})\b`, 'iu')
const ISO_DAY = /\b\d{4}-\d{2}-\d{2}/u
const DATE_WORD = new RegExp(
  String.raw`^(?:[\d/.,:·•|+TZ-]+|\d{1,2}(?:st|nd|rd|th),?|[ap]\.?m\.?|at|on|UTC|GMT|[ECMP][SD]?T|${MONTH},?)$`,
  'iu',
)

/** A signature is what signs an embedded post: where in the text it begins, and whose post it is. */
export type Signature = { start: number; post: Post }

/**
 * The signature that a line ends in, or null: a dash, a name, an account in brackets and a date, as the embeds
 * of X, Bluesky and Mastodon have it. Only where it is alone on the line may the date be missing or unclear.
 */
export function signatureOf(text: string, line: Span): Signature | null {
  const words = text.slice(line.start, line.end)
  const open = words.lastIndexOf('(@')
  const [, account, rest = ''] = (open >= 0 && ACCOUNT.exec(words.slice(open))) || []
  const date = dateOf(rest)
  if (!account || !isDating(rest.trim())) return null
  const before = words.slice(Math.max(0, open - REACH), open).trimEnd()
  const signed = (open <= REACH && ALONE.exec(before)) || (date && AFTER_WORDS.exec(before))
  if (!signed) return null
  const [mark, name = ''] = signed
  const end = words.slice(0, open).trimEnd().length
  return {
    start: line.start + end - mark.trimStart().length,
    post: { account, name: name.trim() || account, date },
  }
}

const isDating = (words: string) =>
  words === '' || (words.length < 60 && words.split(/\s+/u).every((word) => DATE_WORD.test(word)))

/** The day that a signature names, as `2026-02-04`; null where it names none that is in the calendar. */
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
