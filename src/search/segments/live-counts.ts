// Counts, as stories come and go, in how many of their pieces each term stands.
import type { Document } from '../index/documents.ts'
import { FIELDS, type PerField, perField } from './bm25.ts'
import type { KindName, TermCounts, Totals } from './segment.ts'
import type { StoryDocuments } from './write-segment.ts'

export type LiveCounts = ReturnType<typeof openLiveCounts>

export function openLiveCounts() {
  const counts = new Map<string, TermCounts>()
  const totals: Record<KindName, Totals> = {
    passages: { count: 0, lengths: none() },
    quotations: { count: 0, lengths: none() },
  }

  function countsOf(term: string): TermCounts {
    const before = counts.get(term)
    if (before) return before
    const first = { passages: none(), quotations: none(), anyPassages: 0, saidBy: 0 }
    counts.set(term, first)
    return first
  }

  function countFields(document: Document, kind: KindName, by: 1 | -1) {
    totals[kind].count += by
    for (const field of FIELDS) {
      const terms = termsIn(document[field])
      totals[kind].lengths[field] += by * terms.size
      for (const term of terms) countsOf(term)[kind][field] += by
    }
  }

  function count({ passages, quotations }: StoryDocuments, by: 1 | -1) {
    for (const one of passages) {
      countFields(one, 'passages', by)
      for (const term of termsIn(`${one.words} ${one.context}`)) countsOf(term).anyPassages += by
    }
    for (const one of quotations) {
      countFields(one, 'quotations', by)
      for (const term of calledBy(one)) countsOf(term).saidBy += by
    }
  }

  return {
    add: (story: StoryDocuments) => count(story, 1),
    remove: (story: StoryDocuments) => count(story, -1),
    of: (term: string): TermCounts | null => counts.get(term) ?? null,
    totals: (kind: KindName): Totals => totals[kind],
  }
}

const none = (): PerField => perField(() => 0)

/** The distinct terms of a row. */
const termsIn = (row: string): Set<string> => new Set(row.split(' ').filter(Boolean))

/** All that a quotation's speaker is called by: offices are roles too. */
export function calledBy({ piece: { quotation } }: Document): Set<string> {
  return termsIn(quotation ? `${quotation.names} ${quotation.roles} ${quotation.clause}` : '')
}
