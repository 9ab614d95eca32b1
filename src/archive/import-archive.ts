// Imports exported records into an archive, adding what it does not have.
import type { DatabaseSync } from 'node:sqlite'
import { transaction } from './database.ts'
import { openErasures } from './erasures.ts'
import type {
  ArticleRecord,
  DecisionRecord,
  ErasureRecord,
  ExchangeRecord,
  VersionRecord,
} from './exchange-records.ts'
import { openReadings } from './readings.ts'
import { openStatements } from './statements.ts'
import { packSource } from './stored-source.ts'

/** How many records were added, by kind. */
export type ImportSummary = Record<ExchangeRecord['kind'], number>

/** How many records one transaction takes in. */
const RECORDS_PER_TRANSACTION = 200

/**
 * Imports records. What the archive has already is left alone, so that an interrupted import can be repeated; nothing
 * is taken in of a story that the archive erased. A version without its article counts for nothing.
 */
export async function importRecords(
  db: DatabaseSync,
  records: AsyncIterable<ExchangeRecord>,
): Promise<ImportSummary> {
  const add = openRecordStore(db)
  const summary = { article: 0, version: 0, decision: 0, erasure: 0 }
  const addAll = (batch: ExchangeRecord[]) =>
    transaction(db, () => {
      for (const record of batch) summary[record.kind] += Number(add(record))
    })
  let batch: ExchangeRecord[] = []
  for await (const record of records) {
    batch.push(record)
    if (batch.length < RECORDS_PER_TRANSACTION) continue
    addAll(batch)
    batch = []
  }
  addAll(batch)
  return summary
}

/** Returns the function that adds a record, and returns whether it was new. */
function openRecordStore(db: DatabaseSync): (record: ExchangeRecord) => boolean {
  const statements = openStatements(db)
  const { get, run } = statements
  const readings = openReadings(statements)
  const erasures = openErasures(statements, readings)

  const has = (id: string) => get('SELECT 1 FROM articles WHERE id = ?', id) !== undefined
  function markChanged(id: string) {
    run("UPDATE marks SET value = value + 1 WHERE name = 'changes'")
    run("UPDATE articles SET changed = (SELECT value FROM marks WHERE name = 'changes') WHERE id = ?", id)
  }

  function addArticle({ id, keys }: ArticleRecord): boolean {
    if (erasures.isErased({ id, keys: keys.map(({ key }) => key) })) return false
    const isNew = !has(id)
    if (isNew) run('INSERT INTO articles (id, newest) VALUES (?, 0)', id)
    const insert = 'INSERT OR IGNORE INTO keys (key, article_id, print) VALUES (?, ?, ?)'
    for (const { key, print } of keys) run(insert, key, id, print)
    return isNew
  }

  function addVersion(record: VersionRecord): boolean {
    const { article: id, number, savedAt, print, facts, text, source } = record
    const isKnown = get('SELECT 1 FROM versions WHERE article_id = ? AND number = ?', id, number)
    if (!has(id) || erasures.isErased({ id, keys: [] }) || isKnown) return false
    run(
      'INSERT INTO versions (article_id, number, saved_at, print, text_id, facts, source) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[id, number, savedAt, print, readings.add(id, record, record)],
      ...[JSON.stringify(facts), packSource(source, text)],
    )
    run('UPDATE articles SET newest = max(newest, ?) WHERE id = ?', number, id)
    markChanged(id)
    return true
  }

  function addDecision({ article: id, ruling, reason, by, at }: DecisionRecord): boolean {
    const same = 'article_id = ? AND ruling = ? AND reason = ? AND made_by = ? AND made_at = ?'
    const isKnown = get(`SELECT 1 FROM decisions WHERE ${same}`, id, ruling, reason, by, at)
    if (!has(id) || erasures.isErased({ id, keys: [] }) || isKnown) return false
    run(
      'INSERT INTO decisions (article_id, ruling, reason, made_by, made_at) VALUES (?, ?, ?, ?, ?)',
      ...[id, ruling, reason, by, at],
    )
    markChanged(id)
    return true
  }

  function addErasure({ article, fingerprints, reason, by, at }: ErasureRecord): boolean {
    if (has(article)) return false
    erasures.add(article, fingerprints, { reason, by, at })
    markChanged(article)
    return true
  }

  return (record) => {
    switch (record.kind) {
      case 'article':
        return addArticle(record)
      case 'version':
        return addVersion(record)
      case 'decision':
        return addDecision(record)
      case 'erasure':
        return addErasure(record)
    }
  }
}
