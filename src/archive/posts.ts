import type { Block, Post, Span } from './article.ts'
import { linesOf, trimmed } from './lines.ts'

/** How many lines a post may reach up from its signature, and how many without a sign it may bridge on the way. */
const REACH = 12
const BRIDGE = 3
/** A line without a sign that is longer than this is taken for a paragraph of the article. */
const SHORT = 120

const HANDLE = String.raw`@[\w.-]+(?:@[\w.-]+)?`
const LINK = String.raw`(?:https?://\S+|(?:pic\.(?:twitter|x)\.com|t\.co)/\S+)`
const ACCOUNT = new RegExp(String.raw`^\((${HANDLE})\)(.*)$`, 'u')
const SIGNED_LINE = /^(?:—|–|―|--?|&mdash;)[ \t]*(.{0,100})$/u
const SIGNED_END = /[ \t](?:—|–|―|--|&mdash;)[ \t]*([^—–―]{0,100})$/u
const LINKS = new RegExp(LINK, 'gu')
const SIGN = /(?:^|[\s(“"'‘.])[@#][\p{L}_]|pic\.(?:twitter|x)\.com\/|(?:^|[\s/])t\.co\//u
const SIGN_FIRST = /^[.“"‘']?[@#][\p{L}_]/u
const REPORTED =
  /\b(?:wrote|posted|tweeted|said|shared|replied)\b.{0,40}\b(?:X|Twitter|Truth Social|Bluesky|Mastodon|Threads|Facebook|Instagram|post|tweet|thread)\b/u

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = String.raw`(${MONTHS.join('|')})[a-z]{0,6}\.?`
const MONTH_DAY = new RegExp(String.raw`\b${MONTH} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`, 'iu')
const DAY_MONTH = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\.? ${MONTH},? (\d{4})\b`, 'iu')
const ISO_DAY = /\b(\d{4})-(\d{2})-(\d{2})/u
const DATE_WORD = new RegExp(
  String.raw`^(?:[\d/.,:·•|+TZ-]+|\d{1,2}(?:st|nd|rd|th),?|[ap]\.?m\.?|at|on|UTC|GMT|[ECMP][SD]?T|${MONTH},?)$`,
  'iu',
)

/**
 * The embedded posts of a plain text, known by the line that signs them: `— Name (@account) February 4, 2026`,
 * alone on a line or, with its date, at the end of one. A post reaches up over the lines that show signs of
 * one (handles, tags, picture links) and has at least one line of words. In order, linear in the text's length.
 */
export function findPosts(text: string): Block[] {
  const lines = linesOf(text)
  const posts: Block[] = []
  let free = 0
  for (const [at, line] of lines.entries()) {
    const signature = signatureOf(text, line)
    if (!signature) continue
    const words = lines.slice(Math.max(free, at - REACH), signature.start > line.start ? at + 1 : at)
    const first = firstLine(text, words)
    if (first) posts.push({ start: first.start, end: line.end, kind: 'post', post: signature.post })
    free = at + 1
  }
  return posts
}

/** The words of a post, without its signature and the links that trail them: a span within the block. */
export function postWords(text: string, block: Span): Span {
  const last = linesOf(text.slice(block.start, block.end)).at(-1)
  const line = last && { start: block.start + last.start, end: block.start + last.end }
  let words = trimmed(text, block.start, (line && signatureOf(text, line)?.start) ?? block.end)
  for (const link of [...text.slice(words.start, words.end).matchAll(LINKS)].reverse()) {
    if (words.start + link.index + link[0].length !== words.end) break
    words = trimmed(text, words.start, words.end - link[0].length)
  }
  return words
}

type Signature = { start: number; post: Post }

function signatureOf(text: string, span: Span): Signature | null {
  const line = text.slice(span.start, span.end)
  const open = line.lastIndexOf('(@')
  const account = open < 0 ? null : ACCOUNT.exec(line.slice(open))
  if (!account?.[1]) return null
  const before = line.slice(Math.max(0, open - 120), open).trimEnd()
  const alone = open <= 120 ? SIGNED_LINE.exec(before) : null
  const dashed = alone ?? SIGNED_END.exec(before)
  const when = (account[2] ?? '').trim()
  const date = dateOf(when)
  if (!dashed || !(alone ? isDating(when) : date && isDating(when))) return null
  const start = span.start + open - (line.slice(0, open).length - line.slice(0, open).trimEnd().length)
  return {
    start: start - dashed[0].trimStart().length,
    post: { account: account[1], name: dashed[1]?.trim() || account[1], date },
  }
}

const isDating = (words: string) =>
  words === '' || (words.length < 60 && words.split(/\s+/u).every((word) => DATE_WORD.test(word)))

/** The day that a signature names, as `2026-02-04`; null where it names none that is in the calendar. */
function dateOf(words: string): string | null {
  const iso = ISO_DAY.exec(words)
  const [, month, day, year] = MONTH_DAY.exec(words) ?? []
  const [, ...reversed] = DAY_MONTH.exec(words) ?? []
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  if (month) return calendarDay(Number(year), monthNumber(month), Number(day))
  return reversed[1] ? calendarDay(Number(reversed[2]), monthNumber(reversed[1]), Number(reversed[0])) : null
}

const monthNumber = (name: string) => MONTHS.indexOf(name.toLowerCase()) + 1

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}

/** Where a post begins, of the lines above its signature: the last with words, or the furthest that shows signs. */
function firstLine(text: string, lines: Span[]): Span | undefined {
  const wordsAt = lines.findLastIndex((line) => /\p{L}/u.test(withoutLinks(text, line)))
  let first = lines[wordsAt]
  let bridged = 0
  for (const line of lines.slice(0, Math.max(0, wordsAt)).reverse()) {
    const words = text.slice(line.start, line.end)
    if (isArticle(words)) break
    if (SIGN.test(words)) first = line
    bridged = SIGN.test(words) ? 0 : bridged + 1
    if (bridged > BRIDGE) break
  }
  return first
}

/** Whether a line above a post reads like the article's own: it introduces or reports, or is a long paragraph. */
function isArticle(line: string): boolean {
  if (SIGN_FIRST.test(line)) return false
  return line.endsWith(':') || REPORTED.test(line) || (line.length > SHORT && !SIGN.test(line))
}

const withoutLinks = (text: string, line: Span) => text.slice(line.start, line.end).replace(LINKS, '')
