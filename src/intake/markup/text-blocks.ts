// Joins the paragraphs of a story into one text with its blocks.
import type { Block } from '../../archive/article.ts'
import { findPosts } from '../../archive/embedded-posts.ts'

/** A paragraph as the reader of a format finds it. A line may hold `\n` where the source breaks it. */
export type Paragraph = { kind: 'paragraph' | 'heading' | 'block quotation'; lines: string[] }

/**
 * A story’s text, one paragraph a line, and its headings, block quotations and posts. Spans are UTF-16
 * offsets in `text`.
 */
export type TextWithBlocks = { text: string; blocks: Block[] }

/**
 * Returns the paragraphs as one text with blocks. White space becomes one space, as a page shows it, and
 * broken lines are joined. Embedded posts keep their line breaks. A block quotation that holds exactly one
 * post becomes a block of that post.
 */
export function joinParagraphs(paragraphs: Paragraph[]): TextWithBlocks {
  const parts: string[] = []
  const blocks: Block[] = []
  let start = 0
  for (const { kind, lines } of mergePlainParagraphs(paragraphs)) {
    const part = joinLines(kind, lines)
    if (!part) continue
    for (const block of blocksOf(kind, part))
      blocks.push({ ...block, start: start + block.start, end: start + block.end })
    parts.push(part)
    start += part.length + 1
  }
  return { text: parts.join('\n'), blocks }
}

/** Returns a plain text as paragraphs: one a line, or apart by blank lines where it has any. */
export function textFromPlain(text: string): TextWithBlocks {
  const apart = /\r?\n[ \t]*\r?\n/u.test(text.trim()) ? /\r?\n[ \t]*\r?\n/u : /\r?\n/u
  return joinParagraphs([{ kind: 'paragraph', lines: text.split(apart) }])
}

/** Merges adjacent plain paragraphs into one, because a post may extend over several. */
function mergePlainParagraphs(paragraphs: Paragraph[]): Paragraph[] {
  const runs: Paragraph[] = []
  for (const { kind, lines } of paragraphs) {
    const last = runs.at(-1)
    if (kind === 'paragraph' && last?.kind === kind) for (const line of lines) last.lines.push(line)
    else runs.push({ kind, lines: [...lines] })
  }
  return runs
}

function joinLines(kind: Paragraph['kind'], lines: string[]): string {
  const normalized = lines.map(normalizeSpace)
  const isPost = kind === 'block quotation' && findPosts(normalized.join('\n')).length > 0
  return (isPost ? normalized : normalized.map(unwrapLine)).filter(Boolean).join('\n')
}

const unwrapLine = (line: string) =>
  line.includes('\n') && findPosts(line).length === 0 ? line.replaceAll('\n', ' ') : line

const normalizeSpace = (line: string) =>
  line
    .toWellFormed()
    .split('\n')
    .map((part) => part.replace(/[ \t\r\v\f\u0085\u2028\u2029]+/gu, ' ').trim())
    .filter(Boolean)
    .join('\n')

function blocksOf(kind: Paragraph['kind'], part: string): Block[] {
  if (kind === 'paragraph') return findPosts(part)
  const whole = { start: 0, end: part.length, kind, post: null }
  const posts = kind === 'block quotation' ? findPosts(part) : []
  return posts.length > 1 ? posts : [{ ...whole, ...(posts[0] && { kind: 'post', post: posts[0].post }) }]
}
