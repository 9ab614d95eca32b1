import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Validators } from '../../intake/fetch/fetch-url.ts'

/** What is known of a source: how its last rounds went, in ISO instants. */
export const SourceRecord = z.object({
  name: z.string(),
  triedAt: z.string().nullable(),
  succeededAt: z.string().nullable(),
  newStoryAt: z.string().nullable(),
  nextTryAt: z.string().nullable(),
  /** Rounds in a row that failed. */
  failures: z.int(),
  /** What went wrong in the last round, in words. */
  error: z.string().nullable(),
  /** Where a source that tells its changes in order left off. */
  cursor: z.string().nullable(),
  /** When new stories came, oldest first: one instant a round, the last twenty. */
  arrivals: z.array(z.string()),
})
export type SourceRecord = z.infer<typeof SourceRecord>

/** What is known of a page, or a file, of a source. */
export type PageRecord = {
  url: string
  source: string
  mark: string
  firstAt: string
  seenAt: string
  goneAt: string | null
}

/** Records keep what each source and each of its pages gave the last time. */
export type Records = {
  source(name: string): SourceRecord
  keepSource(record: SourceRecord): void
  /** Since when a source is late, as its owner was told; null where the last word was that it is well. */
  told(name: string): string | null
  keepTold(name: string, lateSince: string | null): void
  validators(url: string): Validators | null
  keepValidators(url: string, validators: Validators): void
  /** The print of a story as a source listed it when it was last taken in. */
  print(name: string, source: string): string | null
  keepPrint(name: string, source: string, print: string): void
  page(url: string, source: string): PageRecord | null
  keepPage(page: PageRecord): void
  /** The pages of a source that were first seen since an instant, the one longest unseen first. */
  pagesSince(source: string, firstAt: string): PageRecord[]
}

const UNKNOWN = {
  triedAt: null,
  succeededAt: null,
  newStoryAt: null,
  nextTryAt: null,
  failures: 0,
  error: null,
  cursor: null,
  arrivals: [],
}

const PAGE = 'SELECT url, source, mark, first_at AS firstAt, seen_at AS seenAt, gone_at AS goneAt FROM pages'

/** Records in the newsroom's SQLite database. */
export function openRecords(db: DatabaseSync): Records {
  return {
    source(name) {
      const found = db.prepare('SELECT record FROM sources WHERE name = ?').get(name)
      return found ? SourceRecord.parse(JSON.parse(String(found.record))) : { name, ...UNKNOWN }
    },
    keepSource(record) {
      const keep = `INSERT INTO sources (name, record) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET record = excluded.record`
      db.prepare(keep).run(record.name, JSON.stringify(record))
    },
    told(name) {
      const found = db.prepare('SELECT late_since AS since FROM sources WHERE name = ?').get(name)
      return (found?.since as string | undefined) ?? null
    },
    keepTold(name, lateSince) {
      db.prepare('UPDATE sources SET late_since = ? WHERE name = ?').run(lateSince, name)
    },
    validators(url) {
      const found = db
        .prepare('SELECT etag, last_modified AS lastModified FROM validators WHERE url = ?')
        .get(url)
      return (found as Validators | undefined) ?? null
    },
    keepValidators(url, { etag, lastModified }) {
      const keep = 'INSERT OR REPLACE INTO validators (url, etag, last_modified) VALUES (?, ?, ?)'
      db.prepare(keep).run(url, etag, lastModified)
    },
    print(name, source) {
      const found = db.prepare('SELECT print FROM entries WHERE source = ? AND name = ?').get(source, name)
      return (found?.print as string | undefined) ?? null
    },
    keepPrint(name, source, print) {
      const keep = 'INSERT OR REPLACE INTO entries (source, name, print) VALUES (?, ?, ?)'
      db.prepare(keep).run(source, name, print)
    },
    page: (url, source) =>
      (db.prepare(`${PAGE} WHERE url = ? AND source = ?`).get(url, source) as PageRecord | undefined) ?? null,
    keepPage({ url, source, mark, firstAt, seenAt, goneAt }) {
      const keep =
        'INSERT OR REPLACE INTO pages (url, source, mark, first_at, seen_at, gone_at) VALUES (?, ?, ?, ?, ?, ?)'
      db.prepare(keep).run(url, source, mark, firstAt, seenAt, goneAt)
    },
    pagesSince: (source, firstAt) =>
      db
        .prepare(`${PAGE} WHERE source = ? AND first_at >= ? ORDER BY seen_at`)
        .all(source, firstAt) as PageRecord[],
  }
}
