// Turns block quotations without quotation marks into runs.
import type { Block } from '../../archive/article.ts'
import { nest } from './nest.ts'
import { findParagraphs } from './paragraphs.ts'
import { type Run, unmarkedRun } from './run.ts'

/** Returns the paragraphs of block quotations that contain no quotation marks, each as one run. */
export function blockQuotationRuns(text: string, blocks: Block[], runs: Run[]): Run[] {
  const quotations = blocks.filter(({ kind }) => kind === 'block quotation')
  const marked = nest(quotations, runs).inside
  return quotations.filter((block) => !marked.has(block)).flatMap((block) => paragraphRuns(text, block))
}

function paragraphRuns(text: string, block: Block): Run[] {
  const paragraphs = findParagraphs(text.slice(block.start, block.end))
  return paragraphs.map(({ start, end }, i) =>
    unmarkedRun({ start: block.start + start, end: block.start + end }, i < paragraphs.length - 1),
  )
}
