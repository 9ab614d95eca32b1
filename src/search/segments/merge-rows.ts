/** Renumbers the rows of segments that are merged, and copies them in their new order. */
import type { Column, Columns } from './layout.ts'
import { keptBytes } from './stories.ts'
import { ROWS_OF_VOICE } from './voices.ts'

export type RowGroup = 'stories' | 'passages' | 'quotations' | 'voices'

/** What a merge takes of a segment: its columns, and which stories are not removed (null: none is). */
export type Mergeable = { columns: Columns; alive: Uint8Array | null }

/** A segment with the new row of each of its own, -1 where that is left out; `terms` has all of its terms. */
export type Part = Mergeable & { rows: Record<RowGroup, Int32Array>; terms: Uint32Array }

/** The new rows, one segment after the other; its terms' are those given. */
export function renumbered(segments: readonly Mergeable[], termRows: Uint32Array[]): Part[] {
  const next = { stories: 0, passages: 0, quotations: 0, voices: 0 }
  return segments.map(({ columns, alive }, i) => {
    const rowsOf = (group: RowGroup, stories: Uint32Array | null, size: number) =>
      Int32Array.from({ length: size }, (_, row) =>
        alive?.[stories?.[row] ?? row] === 0 ? -1 : next[group]++,
      )
    const { stories, passages, quotations, voices } = columns
    const rows = {
      stories: rowsOf('stories', null, stories.contextLength.length),
      passages: rowsOf('passages', passages.story, passages.story.length),
      quotations: rowsOf('quotations', quotations.story, quotations.story.length),
      voices: rowsOf('voices', voices.story, voices.story.length),
    }
    return { columns, alive, rows, terms: termRows[i] as Uint32Array }
  })
}

type Rows = Pick<Columns, 'stories' | 'passages' | 'quotations' | 'inner' | 'voices' | 'ids' | 'facts'>

/** The rows of all parts but for those left out. */
export function mergedRows(parts: Part[]): Rows {
  const contextLength = values(parts, 'stories', ({ columns }) => columns.stories.contextLength)
  const passages = passageRows(parts)
  const { spans, ...quotations } = quotationRows(parts)
  return {
    stories: {
      passages: beginnings(passages.story, contextLength.length),
      quotations: beginnings(quotations.story, contextLength.length),
      contextLength,
      version: values(parts, 'stories', ({ columns }) => columns.stories.version),
      published: values(parts, 'stories', ({ columns }) => columns.stories.published),
    },
    passages: { ...passages, quotations: beginnings(quotations.passage, passages.story.length) },
    quotations,
    inner: { spans },
    voices: voiceRows(parts),
    ids: keptTexts(parts, 'ids'),
    facts: keptTexts(parts, 'facts'),
  }
}

function passageRows(parts: Part[]): Omit<Columns['passages'], 'quotations'> {
  const column = <One extends Column>(of: (passages: Columns['passages']) => One) =>
    values(parts, 'passages', ({ columns }) => of(columns.passages))
  return {
    story: values(parts, 'passages', ({ columns, rows }) => renamed(columns.passages.story, rows.stories)),
    start: column(({ start }) => start),
    end: column(({ end }) => end),
    ordinal: column(({ ordinal }) => ordinal),
    print: column(({ print }) => print),
    length: column(({ length }) => length),
    nearLength: column(({ nearLength }) => nearLength),
    isShort: column(({ isShort }) => isShort),
  }
}

function quotationRows(parts: Part[]): Columns['quotations'] & { spans: Uint32Array } {
  const column = <One extends Column>(of: (quotations: Columns['quotations'], rows: Part['rows']) => One) =>
    values(parts, 'quotations', ({ columns, rows }) => of(columns.quotations, rows))
  const inner = ragged(parts, 'quotations', ({ columns }) => ({
    begins: columns.quotations.inner,
    items: columns.inner.spans,
    each: 1,
  }))
  return {
    story: column(({ story }, rows) => renamed(story, rows.stories)),
    passage: column(({ passage }, rows) => renamed(passage, rows.passages)),
    voice: column(({ voice }, rows) => renamed(voice, rows.voices)),
    start: column(({ start }) => start),
    end: column(({ end }) => end),
    ordinal: column(({ ordinal }) => ordinal),
    print: column(({ print }) => print),
    length: column(({ length }) => length),
    nearLength: column(({ nearLength }) => nearLength),
    isWithin: column(({ isWithin }) => isWithin),
    inner: inner.begins,
    spans: inner.items,
  }
}

function voiceRows(parts: Part[]): Columns['voices'] {
  const rows = ragged(parts, 'voices', ({ columns: { voices }, terms }) => ({
    begins: voices.rows,
    items: voices.terms.map((term) => terms[term] as number),
    each: ROWS_OF_VOICE,
  }))
  return {
    story: values(parts, 'voices', ({ columns, rows }) => renamed(columns.voices.story, rows.stories)),
    isNamed: values(parts, 'voices', ({ columns }) => columns.voices.isNamed),
    quotations: values(parts, 'voices', ({ columns }) => columns.voices.quotations),
    rows: rows.begins,
    terms: rows.items,
  }
}

/** A column of rows of another group, as these are numbered now. */
const renamed = (column: Uint32Array, rows: Int32Array) => column.map((row) => rows[row] as number)

/** A column of all parts, in the rows that are kept. */
function values<One extends Column>(parts: Part[], group: RowGroup, columnOf: (part: Part) => One): One {
  const columns = parts.map((part) => {
    const isKept = (_: number, row: number) => (part.rows[group][row] as number) >= 0
    return part.alive ? (columnOf(part).filter(isKept) as One) : columnOf(part)
  })
  const size = columns.reduce((sum, { length }) => sum + length, 0)
  const [first] = columns as [One]
  const all = new (first.constructor as new (size: number) => One)(size)
  let at = 0
  for (const column of columns) {
    all.set(column, at)
    at += column.length
  }
  return all
}

/** Items of which each row has some: where those of a row, or of each of its `each` parts, begin. */
type Ragged = { begins: Uint32Array; items: Uint32Array; each: number }

function ragged(parts: Part[], group: RowGroup, of: (part: Part) => Ragged): Omit<Ragged, 'each'> {
  const begins: number[] = []
  const items: number[] = []
  for (const part of parts) {
    const own = of(part)
    for (const [row, newRow] of part.rows[group].entries()) {
      if (newRow < 0) continue
      for (let i = row * own.each; i < (row + 1) * own.each; i++) {
        begins.push(items.length)
        for (const item of own.items.subarray(own.begins[i], own.begins[i + 1])) items.push(item)
      }
    }
  }
  begins.push(items.length)
  return { begins: Uint32Array.from(begins), items: Uint32Array.from(items) }
}

/** Where the items of each owner begin, given each item's owner, in order; one more at the end. */
function beginnings(owners: Uint32Array, count: number): Uint32Array {
  const begins = new Uint32Array(count + 1)
  for (const owner of owners) begins[owner + 1] = (begins[owner + 1] as number) + 1
  for (let i = 1; i < begins.length; i++) begins[i] = (begins[i] as number) + (begins[i - 1] as number)
  return begins
}

const keptTexts = (parts: Part[], group: 'ids' | 'facts'): Columns['ids'] =>
  keptBytes(
    parts.map(({ columns, rows }) => ({
      of: columns[group],
      isKept: (row) => (rows.stories[row] as number) >= 0,
    })),
  )
