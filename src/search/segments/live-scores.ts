// Scores the pieces that MiniSearch finds by a term as one index over all stories would.
import { inverseDocumentFrequency } from '../index/term-frequencies.ts'
import type { TermIndex } from '../minisearch.ts'
import { FIELDS, type PerField, settingsFor } from './bm25.ts'
import type { PlannedTerm } from './plan.ts'
import type { Totals } from './segment.ts'

/** What pieces score for a term, by their rows. */
export type TermScores = Map<number, number>

/** One kind of pieces in MiniSearch: in how many a term stands (null: none), how many they are, and the means of all stories. */
export type LivePieces = { index: TermIndex; counts: PerField | null; totals: Totals; means: PerField }

/**
 * MiniSearch knows its own documents alone: a term's score there is held against their number and their mean length.
 * Both are exchanged for those of all stories, whatever segment they are in.
 */
export function scoresOf(
  { term, weights }: PlannedTerm,
  { index, counts, totals, means }: LivePieces,
): TermScores {
  const scores: TermScores = new Map()
  for (const field of FIELDS) {
    const within = counts?.[field] ?? 0
    if (within === 0) continue
    const { factor, ...bm25 } = settingsFor(totals.lengths[field] / totals.count, means[field])
    const weight = (factor * weights[field]) / inverseDocumentFrequency(totals.count, within)
    index.search({ term, field, bm25 }, (row, score) => {
      scores.set(row, (scores.get(row) ?? 0) + weight * score)
    })
  }
  return scores
}
