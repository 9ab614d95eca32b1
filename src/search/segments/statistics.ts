/** Counts over all segments as over one: documents, mean lengths of fields, in how many documents a term stands. */
import { type PerField, perField } from './bm25.ts'
import { type KindName, plus, type Segment, type TermCounts, type Totals } from './segment.ts'

/** The statistics of segments as they are at this moment. */
export type Statistics = {
  /** How many pieces of a kind there are. */
  count(kind: KindName): number
  /** The mean length of each field of a kind, in distinct terms. */
  means(kind: KindName): PerField
  counts(term: string): TermCounts
  /** Passages that have a term in their words or in what their story is known by. */
  documentsWith(term: string): number
  /** Quotations whose speakers are called by a term. */
  saidBy(term: string): number
}

const NONE: Totals = { count: 0, lengths: { words: 0, near: 0, context: 0 } }

export function statisticsOf(segments: readonly Segment[]): Statistics {
  const totals = {
    passages: segments.map(({ totals: of }) => of('passages')).reduce(plus, NONE),
    quotations: segments.map(({ totals: of }) => of('quotations')).reduce(plus, NONE),
  }
  const known = new Map<string, TermCounts>()
  const counts = (term: string) => {
    const before = known.get(term)
    if (before) return before
    const counted = segments.map((segment) => segment.counts(term)).reduce(sumOf, null) ?? NOWHERE
    known.set(term, counted)
    return counted
  }
  return {
    count: (kind) => totals[kind].count,
    means: (kind) => perField((field) => totals[kind].lengths[field] / (totals[kind].count || 1)),
    counts,
    documentsWith: (term) => counts(term).anyPassages,
    saidBy: (term) => counts(term).saidBy,
  }
}

const NOTHING: PerField = { words: 0, near: 0, context: 0 }
const NOWHERE: TermCounts = { passages: NOTHING, quotations: NOTHING, anyPassages: 0, saidBy: 0 }

function sumOf(one: TermCounts | null, other: TermCounts | null): TermCounts | null {
  if (one === null || other === null) return one ?? other
  return {
    passages: perField((field) => one.passages[field] + other.passages[field]),
    quotations: perField((field) => one.quotations[field] + other.quotations[field]),
    anyPassages: one.anyPassages + other.anyPassages,
    saidBy: one.saidBy + other.saidBy,
  }
}
