import type { Block, Span } from './article.ts'
import { linesOf, trimmed } from './lines.ts'
import { signatureOf } from './post-signature.ts'

/** How many lines a post may reach up from its signature, and how many without a sign it may bridge on the way. */
const REACH = 12
const BRIDGE = 3
/** A line without a sign that is longer than this is taken for a paragraph of the article. */
const SHORT = 120

const LINK = String.raw`(?:https?://\S+|(?:pic\.(?:twitter|x)\.com|t\.co)/\S+)`
const LINKS = new RegExp(LINK, 'gu')
const SIGN = /(?:^|[\s(“"'‘.])[@#][\p{L}_]|pic\.(?:twitter|x)\.com\/|(?:^|[\s/])t\.co\//u
const SIGN_FIRST = /^[.“"‘']?[@#][\p{L}_]/u
const REPORTED =
  /\b(?:wrote|posted|tweeted|said|shared|replied)\b.{0,40}\b(?:X|Twitter|Truth Social|Bluesky|Mastodon|Threads|Facebook|Instagram|post|tweet|thread)\b/u

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
