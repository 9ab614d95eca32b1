// Tells whether words are a speaker's own, or those of somebody whom the speaker quotes.
import type { Span } from '../../archive/article.ts'
import type { Piece } from '../../search/search-index.ts'

/** What words count within another quotation: a little less than at first hand. */
const WITHIN = 0.7

/** Words that somebody else is quoted with count less for the one who reports them, and a little less at all. */
export function firstHand(piece: Piece, marks: Span[]): number {
  if (!piece.quotation) return 1
  const { inner, within } = piece.quotation
  const reported = marks.every((mark) =>
    inner.some(({ start, end }) => start <= mark.start && mark.end <= end),
  )
  if (marks.length && reported) return 0
  return within ? WITHIN : 1
}
