// Opens a sealed segment: columns of typed arrays, with which of their stories are removed since.
import { maxEditsOf } from '../query/spelling.ts'
import { rowOf } from './dictionary.ts'
import { type Kind, passageKind, quotationKind } from './kinds.ts'
import type { Columns } from './layout.ts'
import { termsWithin, termsWithPrefix } from './near-terms.ts'
import { scoreTerm } from './score-term.ts'
import { pieceAt, scoreAt } from './sealed-pieces.ts'
import { KINDS, less, plus, type Segment, type Totals } from './segment.ts'
import { sealedStories } from './stories.ts'
import { openCounter, statedCounts } from './term-counts.ts'
import { sealedVoices } from './voices.ts'

export type SealedSegment = Omit<Segment, 'alive'> & { columns: Columns; alive(): Uint8Array | null }

export function openSealedSegment(columns: Columns, removed: readonly number[] = []): SealedSegment {
  const stories = sealedStories(columns)
  const rows = { passages: passageKind(columns), quotations: quotationKind(columns) }
  const totals = {
    passages: totalsOf(columns, rows.passages),
    quotations: totalsOf(columns, rows.quotations),
  }
  let alive: Uint8Array | null = null
  let aliveCount = stories.size
  let recount: ReturnType<typeof openCounter> | null = null
  function remove(row: number) {
    alive ??= new Uint8Array(stories.size).fill(1)
    if (alive[row] === 0) return
    alive[row] = 0
    aliveCount--
    for (const kind of KINDS) totals[kind] = less(totals[kind], storyTotals(columns, rows[kind], row))
  }
  for (const row of removed) remove(row)
  return {
    columns,
    rows,
    stories,
    voices: sealedVoices(columns),
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
    nearTerms: (_, word) => nearTerms(columns, word),
    score(kind, { term, weights }, { plan, ...scoring }, scores) {
      const row = plan.rowIn(columns.terms, term)
      if (row < 0) return
      scoreTerm({ columns, kind: rows[kind], ...scoring }, { row, weights, means: plan.means }, scores)
    },
    scoreAt: (kind, row, term, plan) => scoreAt({ columns, kind: rows[kind], row }, term, plan),
    piece(kind, row, textOf) {
      const story = rows[kind].story[row] as number
      const [id, version] = [stories.id(story), stories.version(story)]
      const text = textOf(id, version)
      return text === null ? null : pieceAt({ columns, kind, row }, { id, version, text })
    },
  }
}

function* nearTerms({ terms }: Columns, word: string): Generator<[term: string, distance: number]> {
  yield* termsWithin(terms, word, maxEditsOf(word))
  for (const term of termsWithPrefix(terms, word)) yield [term, term.length - word.length]
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
