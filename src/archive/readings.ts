// Stores texts with their readings: each passage and each quotation is one row.
import type { SQLOutputValue } from 'node:sqlite'
import type { Block, Passage, Quotation, Reading, Span } from './article.ts'
import type { Row, Statements } from './statements.ts'
import { textFingerprint } from './story-identity.ts'

/** The texts of a database, by number. */
export type Readings = {
  /** Stores a text with its reading and returns its number. */
  add(text: string, blocks: Block[], reading: Reading): number
  /** Replaces the reading of a text. */
  replace(id: number, reading: Reading): void
  remove(id: number): void
  passages(id: number, ordinals?: number[]): Passage[]
  /** The quotations of a text; with ordinals, only those and the ones around them. */
  quotations(id: number, ordinals?: number[]): Quotation[]
}

const PASSAGE_COLUMNS = 'ordinal, start, end, kind, post'
const QUOTATION_COLUMNS = `ordinal, start, end, kind, speaker, speaker_mention, cue, addressee, attribution_start,
  attribution_end, within, continues, confidence, because`

const marks = (columns: string) => columns.replaceAll(/\w+/gu, '?')
const INSERT_PASSAGE = `INSERT INTO passages (text_id, ${PASSAGE_COLUMNS}) VALUES (?, ${marks(PASSAGE_COLUMNS)})`
const INSERT_QUOTATION = `INSERT INTO quotations (text_id, ${QUOTATION_COLUMNS}) VALUES (?, ${marks(QUOTATION_COLUMNS)})`

export function openReadings({ all, run }: Statements): Readings {
  function addRows(id: number, { passages, quotations }: Reading) {
    for (const one of passages) run(INSERT_PASSAGE, id, ...passageRow(one))
    for (const one of quotations) run(INSERT_QUOTATION, id, ...quotationRow(one))
  }

  function removeRows(id: number) {
    run('DELETE FROM passages WHERE text_id = ?', id)
    run('DELETE FROM quotations WHERE text_id = ?', id)
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

  /** Returns a quotation after the ones around it, whose ordinals are smaller. */
  function withOuter(id: number, ordinal: number): Quotation[] {
    const found = quotationOf(id, ordinal).map(toQuotation)
    const outer = ({ within }: Quotation) => (within && within < ordinal ? withOuter(id, within) : [])
    return found.flatMap((one) => [...outer(one), one])
  }

  return {
    add(text, blocks, reading) {
      const id = run(
        'INSERT INTO texts (print, edition, blocks, text) VALUES (?, ?, ?, ?)',
        ...[textFingerprint({ text }), reading.edition, JSON.stringify(blocks), text],
      )
      addRows(id, reading)
      return id
    },
    replace(id, reading) {
      run('UPDATE texts SET edition = ? WHERE id = ?', reading.edition, id)
      removeRows(id)
      addRows(id, reading)
    },
    remove(id) {
      removeRows(id)
      run('DELETE FROM texts WHERE id = ?', id)
    },
    passages: (id, ordinals) =>
      (ordinals ? ordinals.flatMap((ordinal) => passageOf(id, ordinal)) : passagesOf(id)).map(toPassage),
    quotations(id, ordinals) {
      if (!ordinals) return quotationsOf(id).map(toQuotation)
      const found = ordinals.flatMap((ordinal) => withOuter(id, ordinal))
      return [...new Map(found.map((one) => [one.ordinal, one])).values()]
    },
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

const quotationRow = (one: Quotation) => [
  ...[one.ordinal, one.start, one.end, one.kind, one.speaker, one.speakerMention, one.cue, one.addressee],
  ...[one.attribution?.start ?? null, one.attribution?.end ?? null, one.within, one.continues],
  ...[one.confidence, one.because],
]

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
})

const spanOf = (start?: SQLOutputValue, end?: SQLOutputValue): Span | null =>
  start === null ? null : { start: Number(start), end: Number(end) }
