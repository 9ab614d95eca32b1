// Finds embedded social-media posts in plain text.
import type { Block, Span } from './article.ts'
import { linesOf, trimSpan } from './lines.ts'
import { signatureOf } from './post-signature.ts'

/** The most lines that a post has above its signature. */
const MAX_LINES_ABOVE_SIGNATURE = 12
/** The most lines in a row, without a handle, tag or picture link, that a post may contain. */
const MAX_UNMARKED_LINES = 3
/** A line without a handle, tag or picture link that is longer than this is a paragraph of the article. */
const MAX_UNMARKED_LINE_CHARS = 120

const LINK = String.raw`(?:https?://\S+|(?:pic\.(?:twitter|x)\.com|t\.co)/\S+)`
const LINKS = new RegExp(LINK, 'gu')
const POST_MARKER = /(?:^|[\s(“"'‘.])[@#][\p{L}_]|pic\.(?:twitter|x)\.com\/|(?:^|[\s/])t\.co\//u
const STARTS_WITH_HANDLE_OR_TAG = /^[.“"‘']?[@#][\p{L}_]/u
const REPORTS_A_POST =
  /\b(?:wrote|posted|tweeted|said|shared|replied)\b.{0,40}\b(?:X|Twitter|Truth Social|Bluesky|Mastodon|Threads|Facebook|Instagram|post|tweet|thread)\b/u

/**
 * Returns the embedded posts of a plain text, in order. A post is recognized by its signature,
 * `— Name (@account) February 4, 2026`, alone on a line or, with its date, at the end of one. It includes the lines
 * above with marks of a post (handles, tags, picture links) and at least one line of words. Takes time linear in
 * the text's length.
 */
export function findPosts(text: string): Block[] {
  const lines = linesOf(text)
  const posts: Block[] = []
  let free = 0
  for (const [at, line] of lines.entries()) {
    const signature = signatureOf(text, line)
    if (!signature) continue
    const words = lines.slice(
      Math.max(free, at - MAX_LINES_ABOVE_SIGNATURE),
      signature.start > line.start ? at + 1 : at,
    )
    const first = firstLineOfPost(text, words)
    if (first) posts.push({ start: first.start, end: line.end, kind: 'post', post: signature.post })
    free = at + 1
  }
  return posts
}

/** Returns the span of a post's words within the text, without its signature and trailing links. */
export function postWords(text: string, block: Span): Span {
  const last = linesOf(text.slice(block.start, block.end)).at(-1)
  const line = last && { start: block.start + last.start, end: block.start + last.end }
  let words = trimSpan(text, block.start, (line && signatureOf(text, line)?.start) ?? block.end)
  for (const link of [...text.slice(words.start, words.end).matchAll(LINKS)].reverse()) {
    if (words.start + link.index + link[0].length !== words.end) break
    words = trimSpan(text, words.start, words.end - link[0].length)
  }
  return words
}

/** Returns the first line of a post: the last line with words above its signature, or the furthest marked one. */
function firstLineOfPost(text: string, lines: Span[]): Span | undefined {
  const wordsAt = lines.findLastIndex((line) => /\p{L}/u.test(withoutLinks(text, line)))
  let first = lines[wordsAt]
  let unmarked = 0
  for (const line of lines.slice(0, Math.max(0, wordsAt)).reverse()) {
    const words = text.slice(line.start, line.end)
    if (isArticleText(words)) break
    if (POST_MARKER.test(words)) first = line
    unmarked = POST_MARKER.test(words) ? 0 : unmarked + 1
    if (unmarked > MAX_UNMARKED_LINES) break
  }
  return first
}

/** Whether a line belongs to the article: it introduces a post ("she wrote on X:") or is a long paragraph. */
function isArticleText(line: string): boolean {
  if (STARTS_WITH_HANDLE_OR_TAG.test(line)) return false
  return (
    line.endsWith(':') ||
    REPORTS_A_POST.test(line) ||
    (line.length > MAX_UNMARKED_LINE_CHARS && !POST_MARKER.test(line))
  )
}

const withoutLinks = (text: string, line: Span) => text.slice(line.start, line.end).replace(LINKS, '')
