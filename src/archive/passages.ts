// Divides a text into the passages worth citing.
import type { Block, Passage, Span } from './article.ts'
import { linesOf } from './lines.ts'
import { isDebris } from './page-debris.ts'

/**
 * Returns the paragraphs of a text that are worth citing, numbered from 1. Each line that is not debris is one
 * passage; a block is one passage over all its lines. `blocks` are sorted, do not overlap, and begin and end where
 * lines do. A passage has no outer white space. Takes time linear in the text's length.
 */
export function findPassages(text: string, blocks: Block[]): Passage[] {
  const passages: Passage[] = []
  for (const { start, end, block } of paragraphsOf(linesOf(text), blocks)) {
    if (isAllDebris(text.slice(start, end))) continue
    const ordinal = passages.length + 1
    passages.push({ start, end, ordinal, kind: block?.kind ?? 'paragraph', post: block?.post ?? null })
  }
  return passages
}

const isAllDebris = (words: string) =>
  linesOf(words).every(({ start, end }) => isDebris(words.slice(start, end)))

type Paragraph = Span & { block: Block | undefined }

/** Returns the lines of a text, with the lines of each block merged. */
function paragraphsOf(lines: Span[], blocks: Block[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const ahead = blocks.values()
  let block = ahead.next().value
  for (const line of lines) {
    while (block && block.end <= line.start) block = ahead.next().value
    const within = block && block.start < line.end ? block : undefined
    const last = paragraphs.at(-1)
    if (within && last?.block === within) last.end = line.end
    else paragraphs.push({ ...line, block: within })
  }
  return paragraphs
}
