// Exports an archive as records: all articles with all versions, decisions and erasures.
import type { DatabaseSync } from 'node:sqlite'
import type { DecisionRecord, ErasureRecord, ExchangeRecord, VersionRecord } from './exchange-records.ts'
import { openReadings } from './readings.ts'
import { openStatements, type Row } from './statements.ts'
import { unpackSource } from './stored-source.ts'

/** Yields the records of an archive, article by article, ordered by id; then those of erased stories. */
export function* exportRecords(db: DatabaseSync): Generator<ExchangeRecord> {
  const statements = openStatements(db)
  const { all } = statements
  const readings = openReadings(statements)

  function versionRecord(row: Row): VersionRecord {
    const [text, textId] = [String(row.text), Number(row.text_id)]
    return {
      kind: 'version',
      article: String(row.article_id),
      number: Number(row.number),
      savedAt: String(row.saved_at),
      print: String(row.print),
      facts: JSON.parse(String(row.facts)),
      text,
      blocks: JSON.parse(String(row.blocks)),
      source: unpackSource(row.source as Uint8Array | null, text),
      edition: Number(row.edition),
      passages: readings.passages(textId),
      quotations: readings.quotations(textId),
    }
  }

  const articles = 'SELECT id FROM articles WHERE id > ? AND id NOT IN (SELECT article_id FROM erasures)'
  for (let last = ''; ; ) {
    const id = all(`${articles} ORDER BY id LIMIT 1`, last)[0]?.id as string | undefined
    if (id === undefined) break
    yield { kind: 'article', id, keys: all(KEYS, id) as { key: string; print: string }[] }
    for (const row of all(VERSIONS, id)) yield versionRecord(row)
    for (const row of all(DECISIONS, id)) yield { kind: 'decision', article: id, ...row } as DecisionRecord
    last = id
  }
  for (const row of all(ERASURES)) {
    const fingerprints = all(FINGERPRINTS, String(row.article)).map(({ fingerprint }) => String(fingerprint))
    yield { kind: 'erasure', ...row, fingerprints } as ErasureRecord
  }
}

const KEYS = 'SELECT key, print FROM keys WHERE article_id = ? ORDER BY key'
const VERSIONS = `SELECT v.*, t.text, t.blocks, t.edition FROM versions v JOIN texts t ON t.id = v.text_id
  WHERE v.article_id = ? ORDER BY v.number`
const DECISIONS = `SELECT ruling, reason, made_by AS by, made_at AS at FROM decisions
  WHERE article_id = ? ORDER BY id`
const ERASURES =
  'SELECT article_id AS article, reason, made_by AS by, made_at AS at FROM erasures ORDER BY id'
const FINGERPRINTS = 'SELECT fingerprint FROM erased WHERE article_id = ? ORDER BY fingerprint'
