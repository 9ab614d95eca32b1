import type { Block } from '../../archive/article.ts'
import { findPosts } from '../../archive/embedded-posts.ts'

/** A paragraph as a format's reader finds it; each of its lines may hold `\n` where the source breaks it. */
export type Paragraph = { kind: 'paragraph' | 'heading' | 'block quotation'; lines: string[] }

/** A galley is a story's text set for reading, one paragraph a line, with the parts that are more than that. */
export type Galley = { text: string; blocks: Block[] }

/**
 * Sets paragraphs as text. White space is set as a page shows it, one space, and broken lines are joined, but
 * for embedded posts: their lines stand. A block quotation that holds one post is that post.
 */
export function setGalley(paragraphs: Paragraph[]): Galley {
  const columns: string[] = []
  const blocks: Block[] = []
  let start = 0
  for (const { kind, lines } of runsOf(paragraphs)) {
    const column = setLines(kind, lines)
    if (!column) continue
    for (const block of blocksOf(kind, column))
      blocks.push({ ...block, start: start + block.start, end: start + block.end })
    columns.push(column)
    start += column.length + 1
  }
  return { text: columns.join('\n'), blocks }
}

/** Plain paragraphs that follow each other make one run, since a post may lie across them. */
function runsOf(paragraphs: Paragraph[]): Paragraph[] {
  const runs: Paragraph[] = []
  for (const { kind, lines } of paragraphs) {
    const last = runs.at(-1)
    if (kind === 'paragraph' && last?.kind === kind) for (const line of lines) last.lines.push(line)
    else runs.push({ kind, lines: [...lines] })
  }
  return runs
}

function setLines(kind: Paragraph['kind'], lines: string[]): string {
  const broken = lines.map(asShown)
  const isPost = kind === 'block quotation' && findPosts(broken.join('\n')).length > 0
  return (isPost ? broken : broken.map(joined)).filter(Boolean).join('\n')
}

const joined = (line: string) =>
  line.includes('\n') && findPosts(line).length === 0 ? line.replaceAll('\n', ' ') : line

const asShown = (line: string) =>
  line
    .toWellFormed()
    .split('\n')
    .map((part) => part.replace(/[ \t\r\v\f\u0085\u2028\u2029]+/gu, ' ').trim())
    .filter(Boolean)
    .join('\n')

function blocksOf(kind: Paragraph['kind'], column: string): Block[] {
  if (kind === 'paragraph') return findPosts(column)
  const whole = { start: 0, end: column.length, kind, post: null }
  const posts = kind === 'block quotation' ? findPosts(column) : []
  return posts.length > 1 ? posts : [{ ...whole, ...(posts[0] && { kind: 'post', post: posts[0].post }) }]
}
