// Reads pieces of a sealed segment out of its columns and of its stories' texts.
import type { Piece, QuotationDetails } from '../search-index.ts'
import { saturation } from './bm25.ts'
import type { Kind } from './kinds.ts'
import type { Columns } from './layout.ts'
import { countOf } from './lists.ts'
import type { Plan, PlannedTerm } from './plan.ts'
import type { KindName } from './segment.ts'
import { voiceAt } from './voices.ts'

/** A piece of a kind, by its row in the columns. */
export type RowOfKind = { columns: Columns; kind: KindName; row: number }

/** A story with its text. */
type StoryText = { id: string; version: number; text: string }

/** A piece, with its words out of the text of its story. */
export function pieceAt({ columns, kind, row }: RowOfKind, { id, version, text }: StoryText): Piece {
  const [start, end] = [columns[kind].start[row] as number, columns[kind].end[row] as number]
  const passage = kind === 'passages' ? row : (columns.quotations.passage[row] as number)
  return {
    articleId: id,
    version,
    start,
    end,
    text: text.slice(start, end),
    print: columns[kind].print[row] as number,
    ordinal: columns[kind].ordinal[row] as number,
    quotation: kind === 'passages' ? null : saidAt(columns, row),
    passage: {
      ordinal: columns.passages.ordinal[passage] as number,
      start: columns.passages.start[passage] as number,
      end: columns.passages.end[passage] as number,
    },
  }
}

function saidAt(columns: Columns, row: number): QuotationDetails {
  const { quotations, voices, inner } = columns
  const voice = quotations.voice[row] as number
  const spans = inner.spans.subarray(quotations.inner[row], quotations.inner[row + 1])
  return {
    ...voiceAt(columns, voice),
    named: voices.isNamed[voice] === 1,
    within: quotations.isWithin[row] === 1,
    inner: Array.from({ length: spans.length / 2 }, (_, i) => ({
      start: spans[2 * i] as number,
      end: spans[2 * i + 1] as number,
    })),
  }
}

/** What a term scores in a piece: 0 where it is not in any field. */
export function scoreAt(
  { columns, kind, row }: { columns: Columns; kind: Kind; row: number },
  { term, weights }: PlannedTerm,
  { means, rowIn }: Plan,
): number {
  const termRow = rowIn(columns.terms, term)
  if (termRow < 0) return 0
  const { own, lengths, nearLengths, story, nearCount } = kind
  const storyRow = story[row] as number
  const counts = {
    words: [countOf(own, termRow, row), lengths[row]],
    near: [nearCount(termRow, row), nearLengths[row]],
    context: [countOf(columns.context, termRow, storyRow), columns.stories.contextLength[storyRow]],
  }
  return (['words', 'near', 'context'] as const).reduce((sum, field) => {
    const [count, length] = counts[field] as [number, number]
    return count > 0 ? sum + weights[field] * saturation(count, length, means[field]) : sum
  }, 0)
}
