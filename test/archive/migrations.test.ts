import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { Article, type Passage, type Quotation } from '../../src/archive/article.ts'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { unpackSource } from '../../src/archive/stored-source.ts'
import { linesOf, story } from '../story.ts'

const FERRY = 'ferry-stays-in-harbour-7f2bdb'
const BRIDGE = 'bridge-closed-25eae6'

/** A version as the first release stored it: a whole story of JSON. */
type WholeVersion = {
  article_id: string
  number: number
  saved_at: string
  edition: number
  text: string
  source: string | null
  passages: string
  quotations: string
}

/** Where a piece of evidence stands, as it is kept. */
const PLACE = { articleId: FERRY, version: 1, start: 0, end: 20, kind: 'quotation', score: 1.5, alsoIn: [] }

let folder: string
let before: WholeVersion[]
let archive: Archive
let db: DatabaseSync
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readback-migrations-'))
  const file = join(folder, 'readback.sqlite')
  const first = new DatabaseSync(file)
  first.exec(await readFile(join(import.meta.dirname, 'first-release.sql'), 'utf8'))
  before = first.prepare('SELECT * FROM versions').all() as WholeVersion[]
  const given = JSON.stringify({
    command: 'quote',
    places: [PLACE, PLACE].map((place) => ({ ...place, highlights: [[4, 9]] })),
  })
  first.prepare("INSERT INTO answers (id, given, given_at) VALUES ('a', ?, '2026-01-01')").run(given)
  first
    .prepare(
      "INSERT INTO postings (platform, spot, given, told, posted_at) VALUES ('slack', '{}', ?, '[]', '2026-01-01')",
    )
    .run(given)
  first.close()
  db = openDatabase(file)
  archive = openSqliteArchive(db)
})
afterAll(async () => {
  await archive.close()
  await rm(folder, { recursive: true })
})

describe('an archive of the first release', () => {
  it('keeps its answers and postings without highlights, which read like what was asked', () => {
    for (const table of ['answers', 'postings']) {
      const given = db
        .prepare(`SELECT given FROM ${table}`)
        .all()
        .map((row) => JSON.parse(String(row.given)))
      expect(given).toEqual([{ command: 'quote', places: [PLACE, PLACE] }])
    }
  })

  it('is read with every version, passage and quotation as it was', async () => {
    expect(before).toHaveLength(4)
    for (const version of before) {
      const article = await archive.article(version.article_id, version.number)
      expect(Article.parse(article).version).toEqual({
        number: version.number,
        savedAt: version.saved_at,
        edition: version.edition,
        text: version.text,
        passages: JSON.parse(version.passages) as Passage[],
        quotations: JSON.parse(version.quotations) as Quotation[],
      })
    }
  })

  it('keeps its facts, decisions, keys and edition', async () => {
    expect(await archive.article(FERRY)).toMatchObject({ status: 'corrected', version: { number: 3 } })
    expect(await archive.article(BRIDGE)).toMatchObject({
      status: 'hold',
      embargoUntil: '2026-01-02T00:00:00Z',
    })
    expect(await archive.decisions(BRIDGE)).toMatchObject([{ ruling: 'hold', by: 'ines' }])
    expect((await archive.articleByKey('file:/coverage/bridge.md'))?.id).toBe(BRIDGE)
    expect(await archive.edition()).toBe('e67b238e-57b7-4d1f-bcc9-71b57cf6f432-5')
    expect((await Array.fromAsync(archive.embargoed())).map(({ id }) => id)).toEqual([BRIDGE])
  })

  it('stores words once that two versions have, and the source of a story without them', () => {
    expect(db.prepare('SELECT count(*) AS n FROM texts').get()?.n).toBe(3)
    const stored = db.prepare('SELECT source FROM versions WHERE article_id = ? AND number = 1').get(FERRY)
    const [ferry] = before.filter(({ source }) => source !== null)
    const packed = stored?.source as Uint8Array
    expect(unpackSource(packed, ferry?.text ?? '')).toBe(ferry?.source)
    expect(packed.length).toBeLessThan(60)
  })

  it('knows its stories again, and takes in new ones', async () => {
    const two = 'The ferry sails again.\n“Today,” Quist said.\n— The Ferry (@ferry) February 4, 2026'
    const same = story({ text: two, status: 'corrected', correction: 'The ferry sails on Tuesday.' })
    expect(await archive.holds(same)).toBe(true)
    const { outcome, article } = await archive.keep(story({ text: 'It sank.' }), linesOf('It sank.'))
    expect([outcome, article.id, article.version.number]).toEqual(['changed', FERRY, 4])
  })
})
