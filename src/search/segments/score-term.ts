/** Scores the pieces of a segment that have a term. */
import { type PerField, saturation } from './bm25.ts'
import type { Kind, NearCounts } from './kinds.ts'
import type { Columns } from './layout.ts'
import { countAt, itemOf, rangeOf } from './lists.ts'
import { addScore, type Scores } from './scores.ts'

/** A term's row in a segment, what it weighs in each field, and the mean lengths of the fields in the whole index. */
export type WeighedTerm = { row: number; weights: PerField; means: PerField }

/** What is scored: the pieces of one kind; those alone that `admitted` has a 1 for, or all where it is null. */
export type Scored = {
  columns: Columns
  kind: Kind
  admitted: Uint8Array | null
  /** Empty before a term is scored, and after. */
  near: NearCounts
}

/** Adds a term's score to every admitted piece that has it. */
export function scoreTerm(scored: Scored, term: WeighedTerm, scores: Scores) {
  scoreOwn(scored, term, scores)
  scored.kind.gather(term.row, scored.near)
  scoreNear(scored, term, scores)
  scoreContext(scored, term, scores)
}

function scoreOwn({ kind, admitted }: Scored, { row, weights, means }: WeighedTerm, scores: Scores) {
  const { own, lengths } = kind
  const [from, to] = rangeOf(own, row)
  for (let i = from; i < to; i++) {
    const piece = itemOf(own.packed[i] as number)
    if (admitted !== null && admitted[piece] === 0) continue
    const share = saturation(countAt(own, i), lengths[piece] as number, means.words)
    addScore(scores, piece, weights.words * share)
  }
}

function scoreNear({ kind, admitted, near }: Scored, { weights, means }: WeighedTerm, scores: Scores) {
  for (let i = 0; i < near.size; i++) {
    const piece = near.touched[i] as number
    const count = near.amounts[piece] as number
    near.amounts[piece] = 0
    if (count === 0 || (admitted !== null && admitted[piece] === 0)) continue
    const share = saturation(count, kind.nearLengths[piece] as number, means.near)
    addScore(scores, piece, weights.near * share)
  }
  near.size = 0
}

function scoreContext(scored: Scored, { row, weights, means }: WeighedTerm, scores: Scores) {
  const { kind, admitted, columns } = scored
  const { context, stories } = columns
  const [from, to] = rangeOf(context, row)
  for (let i = from; i < to; i++) {
    const story = itemOf(context.packed[i] as number)
    const share = saturation(countAt(context, i), stories.contextLength[story] as number, means.context)
    const end = kind.ofStory[story + 1] as number
    for (let piece = kind.ofStory[story] as number; piece < end; piece++)
      if (admitted === null || admitted[piece] === 1) addScore(scores, piece, weights.context * share)
  }
}
