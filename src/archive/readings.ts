// Stores texts with their readings: each passage and each quotation is one row.
import type { SQLOutputValue } from 'node:sqlite'
import type { Block, Passage, Quotation, Reading, Span } from './article.ts'
import { relatedQuotations } from './excerpt.ts'
import type { Row, Statements } from './statements.ts'
import { textFingerprint } from './story-identity.ts'

/** A text, and what its markup sets apart. */
export type MarkedText = { text: string; blocks: Block[] }

/** The texts of a database, by number. */
export type Readings = {
  /**
   * Stores a text of an article with its reading, and returns its number: that of an earlier version, where the article
   * has one with the same text and markup.
   */
  add(articleId: string, marked: MarkedText, reading: Reading): number
  /** Replaces the reading of a text. */
  replace(id: number, reading: Reading): void
  /** Whether a text is stored under its number. */
  has(numbered: { id: number; text: string }): boolean
  remove(id: number): void
  passages(id: number): Passage[]
  /** The passage of an ordinal, and those around quotations; in order. */
  passagesAt(id: number, ordinal: number, quotations: Quotation[]): Passage[]
  quotations(id: number): Quotation[]
  /** A quotation with those around it and the other half of its exchange; empty where there is none. */
  related(id: number, ordinal: number): Quotation[]
}

const PASSAGE_COLUMNS = 'ordinal, start, end, kind, post'
const QUOTATION_COLUMNS = `ordinal, start, end, kind, speaker, speaker_mention, cue, addressee, attribution_start,
  attribution_end, within, continues, confidence, because, more`

const marks = (columns: string) => columns.replaceAll(/\w+/gu, '?')
const INSERT_PASSAGE = `INSERT INTO passages (text_id, ${PASSAGE_COLUMNS}) VALUES (?, ${marks(PASSAGE_COLUMNS)})`
const INSERT_QUOTATION = `INSERT INTO quotations (text_id, ${QUOTATION_COLUMNS}) VALUES (?, ${marks(QUOTATION_COLUMNS)})`

const PASSAGE_AROUND = `SELECT ${PASSAGE_COLUMNS} FROM passages WHERE text_id = ? AND start <= ? AND end >= ?`
const SAME_TEXT = `SELECT t.id FROM versions v JOIN texts t ON t.id = v.text_id
  WHERE v.article_id = ? AND t.print = ? AND t.blocks = ?`

export function openReadings({ all, get, run }: Statements): Readings {
  function addRows(id: number, { passages, quotations }: Reading) {
    for (const one of passages) run(INSERT_PASSAGE, id, ...passageRow(one))
    for (const one of quotations) run(INSERT_QUOTATION, id, ...quotationRow(one))
  }

  function removeRows(id: number) {
    run('DELETE FROM passages WHERE text_id = ?', id)
    run('DELETE FROM quotations WHERE text_id = ?', id)
  }

  function replace(id: number, reading: Reading) {
    run('UPDATE texts SET edition = ? WHERE id = ?', reading.edition, id)
    removeRows(id)
    addRows(id, reading)
  }

  const rowOf = (table: string, columns: string) => (id: number, ordinal: number) =>
    all(`SELECT ${columns} FROM ${table} WHERE text_id = ? AND ordinal = ?`, id, ordinal)
  const rowsOf = (table: string, columns: string) => (id: number) =>
    all(`SELECT ${columns} FROM ${table} WHERE text_id = ? ORDER BY ordinal`, id)
  const [passageOf, passagesOf] = [rowOf('passages', PASSAGE_COLUMNS), rowsOf('passages', PASSAGE_COLUMNS)]
  const [quotationOf, quotationsOf] = [
    rowOf('quotations', QUOTATION_COLUMNS),
    rowsOf('quotations', QUOTATION_COLUMNS),
  ]

  return {
    add(articleId, { text, blocks }, reading) {
      const [print, markup] = [textFingerprint({ text }), JSON.stringify(blocks)]
      const same = get(SAME_TEXT, articleId, print, markup)?.id as number | undefined
      const insert = 'INSERT INTO texts (print, edition, blocks, text) VALUES (?, ?, ?, ?)'
      const id = same ?? run(insert, print, reading.edition, markup, text)
      if (same === undefined) addRows(id, reading)
      else replace(id, reading)
      return id
    },
    replace,
    has: ({ id, text }) => get('SELECT id FROM texts WHERE id = ? AND text = ?', id, text) !== undefined,
    remove(id) {
      removeRows(id)
      run('DELETE FROM texts WHERE id = ?', id)
    },
    passages: (id) => passagesOf(id).map(toPassage),
    passagesAt(id, ordinal, quotations) {
      const around = quotations.flatMap(({ start, end }) => all(PASSAGE_AROUND, id, start, end))
      const found = [...passageOf(id, ordinal), ...around].map(toPassage)
      const once = new Map(found.map((one) => [one.ordinal, one]))
      return [...once.values()].toSorted((a, b) => a.ordinal - b.ordinal)
    },
    quotations: (id) => quotationsOf(id).map(toQuotation),
    related: (id, ordinal) => relatedQuotations(ordinal, (one) => quotationOf(id, one).map(toQuotation)[0]),
  }
}

const passageRow = ({ ordinal, start, end, kind, post }: Passage) => [
  ...[ordinal, start, end, kind],
  post && JSON.stringify(post),
]

const toPassage = ({ ordinal, start, end, kind, post }: Row): Passage => ({
  start: Number(start),
  end: Number(end),
  ordinal: Number(ordinal),
  kind: kind as Passage['kind'],
  post: post === null ? null : JSON.parse(String(post)),
})

/** Returns the columns of a quotation; `more` holds, as JSON, what has no column of its own. */
function quotationRow(quotation: Quotation) {
  const { ordinal, start, end, kind, speaker, speakerMention, cue, addressee, ...rest } = quotation
  const { attribution, within, continues, confidence, because, ...more } = rest
  return [
    ...[ordinal, start, end, kind, speaker, speakerMention, cue, addressee],
    ...[attribution?.start ?? null, attribution?.end ?? null, within, continues, confidence, because],
    Object.keys(more).length ? JSON.stringify(more) : null,
  ]
}

const toQuotation = (row: Row): Quotation => ({
  start: Number(row.start),
  end: Number(row.end),
  ordinal: Number(row.ordinal),
  kind: row.kind as Quotation['kind'],
  speaker: row.speaker as string | null,
  speakerMention: row.speaker_mention as string | null,
  cue: row.cue as string | null,
  addressee: row.addressee as string | null,
  attribution: spanOf(row.attribution_start, row.attribution_end),
  within: row.within as number | null,
  continues: row.continues as number | null,
  confidence: Number(row.confidence),
  because: String(row.because),
  ...(row.more === null ? {} : JSON.parse(String(row.more))),
})

const spanOf = (start?: SQLOutputValue, end?: SQLOutputValue): Span | null =>
  start === null ? null : { start: Number(start), end: Number(end) }
