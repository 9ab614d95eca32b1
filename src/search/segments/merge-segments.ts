/** Merges segments into one, without the stories that are removed. */
import { byCodeUnits, dictionaryOf, termAt, termCount } from './dictionary.ts'
import type { Columns, Lists } from './layout.ts'
import { countAt, isBig, itemOf, pack, rangeOf } from './lists.ts'
import { type Mergeable, mergedRows, type Part, renumbered } from './merge-rows.ts'
import { withCounts } from './term-counts.ts'

/** The columns of one segment with all stories of others that are not removed, in their order. */
export function mergeSegments(segments: readonly Mergeable[]): Columns {
  const { terms, rows } = unionOf(segments)
  const parts = renumbered(segments, rows)
  const lists = {
    words: mergedLists(parts, terms.length, 'words'),
    said: mergedLists(parts, terms.length, 'said'),
    context: mergedLists(parts, terms.length, 'context'),
    voicesBy: mergedLists(parts, terms.length, 'voicesBy'),
    nearFixes: mergedFixes(parts, terms.length),
  }
  const counts = segments[0]?.columns.counts as Columns['counts']
  const all = { terms: dictionaryOf(terms), ...lists, counts, ...mergedRows(parts) }
  return withCounts(segments.some(({ alive }) => alive) ? withoutUnused(all, terms) : all)
}

/** All terms of some segments, sorted, and which row there each of their own has. */
function unionOf(segments: readonly Mergeable[]): { terms: string[]; rows: Uint32Array[] } {
  const own = segments.map(({ columns: { terms } }) =>
    Array.from({ length: termCount(terms) }, (_, row) => termAt(terms, row)),
  )
  const terms = [...new Set(own.flat())].toSorted(byCodeUnits)
  const rowOf = new Map(terms.map((term, row) => [term, row]))
  return { terms, rows: own.map((some) => Uint32Array.from(some, (term) => rowOf.get(term) as number)) }
}

/** Each term with the parts that have it and their own row of it: all dictionaries are walked at once. */
function* walk(parts: Part[], terms: number): Generator<[term: number, part: Part, row: number]> {
  const next = parts.map(() => 0)
  for (let term = 0; term < terms; term++) {
    for (const [i, part] of parts.entries()) {
      const row = next[i] as number
      if (part.terms[row] !== term) continue
      next[i] = row + 1
      yield [term, part, row]
    }
  }
}

/** The rows that each kind of lists has for items. */
const ITEMS = { words: 'passages', said: 'quotations', context: 'stories', voicesBy: 'voices' } as const

function mergedLists(parts: Part[], terms: number, name: keyof typeof ITEMS): Lists {
  const ends = new Uint32Array(terms)
  const packed = new Uint32Array(parts.reduce((sum, { columns }) => sum + columns[name].packed.length, 0))
  const [bigAt, bigCounts]: [number[], number[]] = [[], []]
  let size = 0
  for (const [term, { columns, rows }, row] of walk(parts, terms)) {
    const lists = columns[name]
    const [from, to] = rangeOf(lists, row)
    for (let i = from; i < to; i++) {
      const item = rows[ITEMS[name]][itemOf(lists.packed[i] as number)] as number
      if (item < 0) continue
      const count = countAt(lists, i)
      if (isBig(count)) {
        bigAt.push(size)
        bigCounts.push(count)
      }
      packed[size++] = pack(item, count)
    }
    ends[term] = size
  }
  return {
    starts: startsFrom(ends),
    packed: packed.slice(0, size),
    bigAt: Uint32Array.from(bigAt),
    bigCounts: Uint32Array.from(bigCounts),
  }
}

function mergedFixes(parts: Part[], terms: number): Columns['nearFixes'] {
  const ends = new Uint32Array(terms)
  const [quotations, amounts]: [number[], number[]] = [[], []]
  for (const [term, { columns, rows }, row] of walk(parts, terms)) {
    const fixes = columns.nearFixes
    for (let i = fixes.starts[row] as number; i < (fixes.starts[row + 1] as number); i++) {
      const quotation = rows.quotations[fixes.quotations[i] as number] as number
      if (quotation < 0) continue
      quotations.push(quotation)
      amounts.push(fixes.amounts[i] as number)
    }
    ends[term] = quotations.length
  }
  return {
    starts: startsFrom(ends),
    quotations: Uint32Array.from(quotations),
    amounts: Int32Array.from(amounts),
  }
}

/** Where lists start, given where each ends. */
function startsFrom(ends: Uint32Array): Uint32Array {
  const starts = new Uint32Array(ends.length + 1)
  starts.set(ends, 1)
  return starts
}

/** The columns without the terms that nothing has any more: what is removed leaves no trace. */
function withoutUnused(columns: Columns, terms: string[]): Columns {
  const { words, said, context, voicesBy, nearFixes, voices } = columns
  const lists = [words, said, context, voicesBy, nearFixes]
  const ofVoices = new Set(voices.terms)
  const isUsed = terms.map(
    (_, term) => ofVoices.has(term) || lists.some(({ starts }) => starts[term] !== starts[term + 1]),
  )
  const rows = new Uint32Array(terms.length)
  for (let term = 0, next = 0; term < terms.length; term++) if (isUsed[term]) rows[term] = next++
  const without = <Some extends Lists | Columns['nearFixes']>(some: Some): Some => ({
    ...some,
    starts: some.starts.filter((_, term) => term === terms.length || isUsed[term]),
  })
  return {
    ...columns,
    terms: dictionaryOf(terms.filter((_, term) => isUsed[term])),
    words: without(words),
    said: without(said),
    context: without(context),
    voicesBy: without(voicesBy),
    nearFixes: without(nearFixes),
    voices: { ...voices, terms: voices.terms.map((term) => rows[term] as number) },
  }
}
