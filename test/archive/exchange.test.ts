import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/archive/database.ts'
import { ExchangeRecord } from '../../src/archive/exchange-records.ts'
import { exportRecords } from '../../src/archive/export-archive.ts'
import { importRecords } from '../../src/archive/import-archive.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { readingOf, story } from '../story.ts'

const ferry = story({ source: '---\nheadline: Ferry\n---\nThe ferry stays in harbour.' })
const bridge = story({
  url: null,
  headline: 'Bridge',
  text: 'The “bridge” is closed.',
  keys: ['file:/bridge.md'],
})
const crane = story({ url: null, headline: 'Crane', text: 'A crane.', keys: ['guid:x#1', 'from:feed x#1'] })
const by = { by: 'ines', at: '2026-02-01T09:00:00.000Z' }

/** An archive with two stories, three versions, a decision and an erasure. */
async function filled() {
  const db = openDatabase(':memory:')
  const archive = openSqliteArchive(db)
  const keep = (one: typeof ferry) => archive.keep(one, readingOf(one.text))
  const { article } = await keep(ferry)
  await keep({ ...ferry, text: 'It “sails”.' })
  await archive.decide(article.id, { ruling: 'hold', reason: 'A name is in doubt.', ...by })
  await keep(bridge)
  const erased = await keep(crane)
  await archive.erase(erased.article.id, { reason: 'A court says so.', ...by })
  await archive.renameErased(erased.article.id)
  return { db, archive, id: article.id }
}

const recordsOf = (db: Parameters<typeof exportRecords>[0]) => [...exportRecords(db)]
/** Records as they come out of a file. */
async function* read(records: ExchangeRecord[]) {
  for (const record of records) yield ExchangeRecord.parse(JSON.parse(JSON.stringify(record)))
}

describe('an export', () => {
  it('makes the same archive where it is imported: versions, decisions, keys, erasures', async () => {
    const { db, archive, id } = await filled()
    const into = openDatabase(':memory:')
    const imported = openSqliteArchive(into)
    const summary = await importRecords(into, read(recordsOf(db)))
    expect(summary).toEqual({ article: 2, version: 3, decision: 1, erasure: 1 })
    expect(recordsOf(into)).toEqual(recordsOf(db))
    for (const version of [1, 2])
      expect(await imported.article(id, version)).toEqual(await archive.article(id, version))
    expect(await imported.holds(bridge)).toBe(true)
    expect((await imported.keep(crane, readingOf(crane.text))).outcome).toBe('unchanged')
    expect(await Array.fromAsync(imported.articles())).toHaveLength(3)
  })

  it('adds nothing a second time, and the rest where it was interrupted', async () => {
    const { db } = await filled()
    const records = recordsOf(db)
    const into = openDatabase(':memory:')
    await importRecords(into, read(records.slice(0, 3)))
    await importRecords(into, read(records))
    expect(recordsOf(into)).toEqual(records)
    const none = { article: 0, version: 0, decision: 0, erasure: 0 }
    expect(await importRecords(into, read(records))).toEqual(none)
  })

  it('brings back nothing that was erased meanwhile', async () => {
    const { db, archive, id } = await filled()
    const before = recordsOf(db)
    await archive.erase(id, { reason: 'A court says so.', ...by })
    await archive.renameErased(id)
    const summary = await importRecords(db, read(before))
    expect(summary).toEqual({ article: 0, version: 0, decision: 0, erasure: 0 })
    expect(await archive.article(id)).toBeNull()
  })

  it('tells the index what came in', async () => {
    const { db, id } = await filled()
    const into = openDatabase(':memory:')
    const imported = openSqliteArchive(into)
    const before = await imported.edition()
    await importRecords(into, read(recordsOf(db)))
    const changed = await Array.fromAsync(imported.changedSince(before) ?? [])
    expect(changed.map((article) => article.id)).toContain(id)
  })

  it('is refused where a passage is not within the text', () => {
    const { passages } = readingOf('Short.')
    const [first] = passages.map((passage) => ({ ...passage, end: 99 }))
    const version = {
      kind: 'version',
      article: 'a',
      number: 1,
      savedAt: by.at,
      print: '0'.repeat(64),
      facts: bridge,
    }
    const rest = { text: 'Short.', blocks: [], source: null, edition: 1, quotations: [] }
    expect(ExchangeRecord.safeParse({ ...version, ...rest, passages }).success).toBe(true)
    expect(ExchangeRecord.safeParse({ ...version, ...rest, passages: [first] }).success).toBe(false)
  })
})
