/** Counts in how many pieces of a segment each term stands, in each field: document frequencies. */
import type { PerField } from './bm25.ts'
import { type Kind, type NearCounts, openNearCounts, passageKind, quotationKind } from './kinds.ts'
import type { Columns } from './layout.ts'
import { itemOf, rangeOf } from './lists.ts'
import type { TermCounts } from './segment.ts'

/** The counts that a segment states of the term of a row. */
export function statedCounts({ counts, words, said }: Columns, row: number): TermCounts {
  const [passages, quotations] = [rangeOf(words, row), rangeOf(said, row)]
  return {
    passages: {
      words: passages[1] - passages[0],
      near: counts.nearPassages[row] as number,
      context: counts.contextPassages[row] as number,
    },
    quotations: {
      words: quotations[1] - quotations[0],
      near: counts.nearQuotations[row] as number,
      context: counts.contextQuotations[row] as number,
    },
    anyPassages: counts.anyPassages[row] as number,
    saidBy: counts.saidBy[row] as number,
  }
}

/** Counts anew, among the stories that have a 1 in `alive`; null: all. */
export function openCounter(columns: Columns) {
  const kinds = [passageKind(columns), quotationKind(columns)] as const
  const near = openNearCounts(Math.max(kinds[0].size, kinds[1].size))
  return (row: number, alive: Uint8Array | null): TermCounts => {
    const counting: Counting = { columns, row, alive, near }
    const [passages, quotations] = [countsIn(kinds[0], counting), countsIn(kinds[1], counting)]
    const anyPassages = passages.context + wordsBeyondContext(counting)
    return { passages, quotations, anyPassages, saidBy: saidByCount(counting) }
  }
}

type Counting = { columns: Columns; row: number; alive: Uint8Array | null; near: NearCounts }

const isAlive = (alive: Uint8Array | null, story: number) => alive === null || alive[story] === 1

function countsIn(kind: Kind, { columns: { context }, row, alive, near }: Counting): PerField {
  const counts = { words: 0, near: 0, context: 0 }
  const [from, to] = rangeOf(kind.own, row)
  for (let i = from; i < to; i++)
    if (isAlive(alive, kind.story[itemOf(kind.own.packed[i] as number)] as number)) counts.words++
  kind.gather(row, near)
  for (let i = 0; i < near.size; i++) {
    const piece = near.touched[i] as number
    if (near.amounts[piece] !== 0 && isAlive(alive, kind.story[piece] as number)) counts.near++
    near.amounts[piece] = 0
  }
  near.size = 0
  for (const story of storiesIn(context, row))
    if (isAlive(alive, story)) counts.context += sizeOf(kind.ofStory, story)
  return counts
}

/** The passages that have a term in their words and not in their context. */
function wordsBeyondContext({ columns: { context, words, passages }, row, alive }: Counting): number {
  const known = new Set(storiesIn(context, row))
  const [from, to] = rangeOf(words, row)
  let count = 0
  for (let i = from; i < to; i++) {
    const story = passages.story[itemOf(words.packed[i] as number)] as number
    if (isAlive(alive, story) && !known.has(story)) count++
  }
  return count
}

function saidByCount({ columns: { voicesBy, voices }, row, alive }: Counting): number {
  let count = 0
  const [from, to] = rangeOf(voicesBy, row)
  for (let i = from; i < to; i++) {
    const voice = itemOf(voicesBy.packed[i] as number)
    if (isAlive(alive, voices.story[voice] as number)) count += voices.quotations[voice] as number
  }
  return count
}

function storiesIn(context: Columns['context'], row: number): number[] {
  const [from, to] = rangeOf(context, row)
  return Array.from(context.packed.subarray(from, to), itemOf)
}

const sizeOf = (firsts: Uint32Array, story: number) =>
  (firsts[story + 1] as number) - (firsts[story] as number)

/** The columns with the counts of every term. */
export function withCounts(columns: Columns): Columns {
  const count = openCounter(columns)
  const terms = columns.terms.starts.length - 1
  const column = () => new Uint32Array(terms)
  const counts = {
    nearPassages: column(),
    contextPassages: column(),
    anyPassages: column(),
    nearQuotations: column(),
    contextQuotations: column(),
    saidBy: column(),
  }
  for (let row = 0; row < terms; row++) {
    const { passages, quotations, anyPassages, saidBy } = count(row, null)
    counts.nearPassages[row] = passages.near
    counts.contextPassages[row] = passages.context
    counts.anyPassages[row] = anyPassages
    counts.nearQuotations[row] = quotations.near
    counts.contextQuotations[row] = quotations.context
    counts.saidBy[row] = saidBy
  }
  return { ...columns, counts }
}
