/** A segment while it is written: columns that grow, and terms numbered as they come. */
import type { IndexedStory } from '../search-index.ts'
import { byCodeUnits, dictionaryOf } from './dictionary.ts'
import { COLUMNS, type Column, type Columns } from './layout.ts'
import { type ListWriter, openListWriter } from './lists.ts'
import { bytesOf } from './stories.ts'
import { withCounts } from './term-counts.ts'

type Growing<Group extends keyof Columns> = Record<keyof Columns[Group], number[]>

/** How far the terms around a quotation are from what its passages tell: see `nearFixes`. */
export type NearFix = { term: number; quotation: number; amount: number }

export type Draft = {
  /** The number of a term: the next one, where it is new. */
  numberOf(term: string): number
  words: ListWriter
  said: ListWriter
  context: ListWriter
  voicesBy: ListWriter
  nearFixes: NearFix[]
  stories: Growing<'stories'>
  passages: Growing<'passages'>
  quotations: Growing<'quotations'>
  inner: Growing<'inner'>
  voices: Growing<'voices'>
  facts: IndexedStory[]
  /** What was written, as a segment. */
  columns(): Columns
}

export function openDraft(): Draft {
  const numbers = new Map<string, number>()
  const draft = {
    ...{ words: openListWriter(), said: openListWriter() },
    ...{ context: openListWriter(), voicesBy: openListWriter() },
    nearFixes: [] as NearFix[],
    stories: growing('stories'),
    passages: growing('passages'),
    quotations: growing('quotations'),
    inner: growing('inner'),
    voices: growing('voices'),
    facts: [] as IndexedStory[],
  }
  return {
    ...draft,
    numberOf(term) {
      const number = numbers.get(term) ?? numbers.size
      if (number === numbers.size) numbers.set(term, number)
      return number
    },
    columns: () => withCounts(finished(draft, [...numbers.keys()])),
  }
}

const growing = <Group extends keyof Columns>(group: Group) =>
  Object.fromEntries(
    COLUMNS.filter((one) => one.group === group).map(({ name }) => [name, [] as number[]]),
  ) as Growing<Group>

/** The columns of a draft, but for the counts; rows that begin somewhere end where the next one begins. */
function finished(draft: Omit<Draft, 'numberOf' | 'columns'>, terms: string[]): Columns {
  const sorted = terms.toSorted(byCodeUnits)
  const rows = new Map(sorted.map((term, row) => [term, row]))
  const rowOf = Uint32Array.from(terms, (term) => rows.get(term) as number)
  draft.stories.passages.push(draft.passages.story.length)
  draft.stories.quotations.push(draft.quotations.story.length)
  draft.passages.quotations.push(draft.quotations.story.length)
  draft.quotations.inner.push(draft.inner.spans.length)
  draft.voices.rows.push(draft.voices.terms.length)
  draft.voices.terms = draft.voices.terms.map((term) => rowOf[term] as number)
  return {
    terms: dictionaryOf(sorted),
    words: draft.words.lists(rowOf),
    said: draft.said.lists(rowOf),
    context: draft.context.lists(rowOf),
    voicesBy: draft.voicesBy.lists(rowOf),
    nearFixes: fixesOf(draft.nearFixes, rowOf),
    counts: NO_COUNTS,
    stories: typed('stories', draft.stories),
    passages: typed('passages', draft.passages),
    quotations: typed('quotations', draft.quotations),
    inner: typed('inner', draft.inner),
    voices: typed('voices', draft.voices),
    ids: bytesOf(draft.facts.map(({ id }) => id)),
    facts: bytesOf(draft.facts.map((story) => JSON.stringify(story))),
  }
}

function fixesOf(fixes: NearFix[], rowOf: Uint32Array): Columns['nearFixes'] {
  const sorted = fixes
    .map(({ term, ...fix }) => ({ ...fix, row: rowOf[term] as number }))
    .toSorted((a, b) => a.row - b.row)
  const starts = new Uint32Array(rowOf.length + 1)
  for (const { row } of sorted) starts[row + 1] = (starts[row + 1] as number) + 1
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number)
  return {
    starts,
    quotations: Uint32Array.from(sorted, ({ quotation }) => quotation),
    amounts: Int32Array.from(sorted, ({ amount }) => amount),
  }
}

function typed<Group extends keyof Columns>(group: Group, columns: Record<string, number[]>): Columns[Group] {
  const own = COLUMNS.filter((one) => one.group === group)
  return Object.fromEntries(
    own.map(({ name, array }): [string, Column] => [name, array.from(columns[name] ?? [])]),
  ) as Columns[Group]
}

const none = new Uint32Array(0)
const NO_COUNTS: Columns['counts'] = {
  ...{ nearPassages: none, contextPassages: none, anyPassages: none },
  ...{ nearQuotations: none, contextQuotations: none, saidBy: none },
}
