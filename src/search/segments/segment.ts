/** An open segment: its columns, its stories, which of them are removed, and what it counts of those that are not. */
import type { IndexedStory } from '../search-index.ts'
import { type PerField, perField } from './bm25.ts'
import { rowOf } from './dictionary.ts'
import { type Kind, passageKind, quotationKind } from './kinds.ts'
import type { Columns } from './layout.ts'
import { openCounter, statedCounts, type TermCounts } from './term-counts.ts'

/** How many pieces of a kind there are, and the sums of the lengths of their fields. */
export type Totals = { count: number; lengths: PerField }

export type KindName = 'passages' | 'quotations'

export type Segment = {
  columns: Columns
  kinds: Record<KindName, Kind>
  stories: readonly IndexedStory[]
  /** 1 for each story that is not removed; null while none is. */
  alive(): Uint8Array | null
  aliveCount(): number
  remove(row: number): void
  totals(kind: KindName): Totals
  /** In how many pieces of stories that are not removed a term stands; null where in none. */
  counts(term: string): TermCounts | null
}

export function openSegment(columns: Columns, removed: readonly number[] = []): Segment {
  const stories = JSON.parse(Buffer.from(columns.facts.json).toString()) as IndexedStory[]
  const kinds = { passages: passageKind(columns), quotations: quotationKind(columns) }
  const totals = {
    passages: totalsOf(columns, kinds.passages),
    quotations: totalsOf(columns, kinds.quotations),
  }
  let alive: Uint8Array | null = null
  let aliveCount = stories.length
  let recount: ReturnType<typeof openCounter> | null = null
  function remove(row: number) {
    alive ??= new Uint8Array(stories.length).fill(1)
    if (alive[row] === 0) return
    alive[row] = 0
    aliveCount--
    for (const kind of ['passages', 'quotations'] as const)
      totals[kind] = less(totals[kind], storyTotals(columns, kinds[kind], row))
  }
  for (const row of removed) remove(row)
  return {
    columns,
    kinds,
    stories,
    alive: () => alive,
    aliveCount: () => aliveCount,
    remove,
    totals: (kind) => totals[kind],
    counts(term) {
      const row = rowOf(columns.terms, term)
      if (row < 0) return null
      if (alive === null) return statedCounts(columns, row)
      recount ??= openCounter(columns)
      return recount(row, alive)
    },
  }
}

function totalsOf(columns: Columns, kind: Kind): Totals {
  let total: Totals = { count: 0, lengths: { words: 0, near: 0, context: 0 } }
  for (let story = 0; story + 1 < kind.ofStory.length; story++)
    total = plus(total, storyTotals(columns, kind, story))
  return total
}

function storyTotals({ stories }: Columns, kind: Kind, story: number): Totals {
  const [from, to] = [kind.ofStory[story] as number, kind.ofStory[story + 1] as number]
  const sum = (lengths: Uint32Array) => {
    let total = 0
    for (let i = from; i < to; i++) total += lengths[i] as number
    return total
  }
  const context = (to - from) * (stories.contextLength[story] as number)
  return { count: to - from, lengths: { words: sum(kind.lengths), near: sum(kind.nearLengths), context } }
}

export const plus = (one: Totals, other: Totals): Totals => combined(one, other, 1)
const less = (one: Totals, other: Totals): Totals => combined(one, other, -1)

const combined = (one: Totals, other: Totals, sign: 1 | -1): Totals => ({
  count: one.count + sign * other.count,
  lengths: perField((field) => one.lengths[field] + sign * other.lengths[field]),
})
