// The words between two quotation marks.
import type { Span } from '../../archive/article.ts'

/** A run is the words between two quotation marks in one paragraph; its span excludes the marks. */
export type Run = Span & {
  /** How many runs enclose it; 0 is the outermost. */
  depth: number
  mark: 'double' | 'single'
  /** False: the paragraph ends before a mark closes it. */
  closed: boolean
  /** It is not closed and the next paragraph opens with a mark: one speech over several paragraphs. */
  runsOn: boolean
}

/** Returns a span that stands as one outermost run although no marks set it off: a line of dialogue, a paragraph. */
export const unmarkedRun = ({ start, end }: Span, runsOn = false): Run => ({
  start,
  end,
  depth: 0,
  mark: 'double',
  closed: true,
  runsOn,
})
