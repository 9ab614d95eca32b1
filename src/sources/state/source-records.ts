// Stores the polling records of sources and their pages in SQLite.
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Validators } from '../../intake/fetch/fetch-url.ts'

/** The polling record of a source. Times are ISO instants. */
export const SourceRecord = z.object({
  name: z.string(),
  triedAt: z.string().nullable(),
  succeededAt: z.string().nullable(),
  newStoryAt: z.string().nullable(),
  nextTryAt: z.string().nullable(),
  /** Consecutive polls that failed. */
  failures: z.int(),
  /** The error of the last poll, in words. */
  error: z.string().nullable(),
  /** The time of the last change that was read, for a source that lists changes by time. */
  cursor: z.string().nullable(),
  /** The times of the polls that had new stories, oldest first, the last twenty. */
  arrivals: z.array(z.string()),
})
export type SourceRecord = z.infer<typeof SourceRecord>

/**
 * The record of a page or a file of a source. `mark` is the state at which it was last read, as its source
 * states it; `firstAt`, `seenAt` and `goneAt` are ISO instants.
 */
export type PageRecord = {
  url: string
  source: string
  mark: string
  firstAt: string
  seenAt: string
  goneAt: string | null
}

/** The records of sources, their pages and their entries. */
export type SourceRecords = {
  source(name: string): SourceRecord
  keepSource(record: SourceRecord): void
  /**
   * The time of lateness in the last alert to the owners; null where the last alert said that the source is
   * well, or there was none.
   */
  alertedLateSince(name: string): string | null
  keepAlertedLateSince(name: string, lateSince: string | null): void
  validators(url: string): Validators | null
  keepValidators(url: string, validators: Validators): void
  /** The fingerprint of an entry as its source listed it when it was last ingested. */
  fingerprint(name: string, source: string): string | null
  keepFingerprint(name: string, source: string, fingerprint: string): void
  page(url: string, source: string): PageRecord | null
  keepPage(page: PageRecord): void
  /** The pages of a source that were first seen at or after an instant, those longest unseen first. */
  pagesSince(source: string, firstAt: string): PageRecord[]
  /** Removes what is recorded under a name or an address, of any source. */
  forget(name: string): void
}

/** The record of a source that was never polled, without its name. */
const NEW_SOURCE = {
  triedAt: null,
  succeededAt: null,
  newStoryAt: null,
  nextTryAt: null,
  failures: 0,
  error: null,
  cursor: null,
  arrivals: [],
}

const SELECT_PAGE =
  'SELECT url, source, mark, first_at AS firstAt, seen_at AS seenAt, gone_at AS goneAt FROM pages'

/** Opens the records in the newsroom’s SQLite database. */
export function openSourceRecords(db: DatabaseSync): SourceRecords {
  return {
    source(name) {
      const found = db.prepare('SELECT record FROM sources WHERE name = ?').get(name)
      return found ? SourceRecord.parse(JSON.parse(String(found.record))) : { name, ...NEW_SOURCE }
    },
    keepSource(record) {
      const keep = `INSERT INTO sources (name, record) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET record = excluded.record`
      db.prepare(keep).run(record.name, JSON.stringify(record))
    },
    alertedLateSince(name) {
      const found = db.prepare('SELECT late_since AS since FROM sources WHERE name = ?').get(name)
      return (found?.since as string | undefined) ?? null
    },
    keepAlertedLateSince(name, lateSince) {
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
    fingerprint(name, source) {
      const found = db.prepare('SELECT print FROM entries WHERE source = ? AND name = ?').get(source, name)
      return (found?.print as string | undefined) ?? null
    },
    keepFingerprint(name, source, fingerprint) {
      const keep = 'INSERT OR REPLACE INTO entries (source, name, print) VALUES (?, ?, ?)'
      db.prepare(keep).run(source, name, fingerprint)
    },
    page: (url, source) =>
      (db.prepare(`${SELECT_PAGE} WHERE url = ? AND source = ?`).get(url, source) as
        | PageRecord
        | undefined) ?? null,
    keepPage({ url, source, mark, firstAt, seenAt, goneAt }) {
      const keep =
        'INSERT OR REPLACE INTO pages (url, source, mark, first_at, seen_at, gone_at) VALUES (?, ?, ?, ?, ?, ?)'
      db.prepare(keep).run(url, source, mark, firstAt, seenAt, goneAt)
    },
    pagesSince: (source, firstAt) =>
      db
        .prepare(`${SELECT_PAGE} WHERE source = ? AND first_at >= ? ORDER BY seen_at`)
        .all(source, firstAt) as PageRecord[],
    forget(name) {
      for (const rows of ['validators WHERE url', 'pages WHERE url', 'entries WHERE name'])
        db.prepare(`DELETE FROM ${rows} = ?`).run(name)
      const forgetError = `UPDATE sources SET record = json_set(record, '$.error', NULL) WHERE instr(record, ?)`
      db.prepare(forgetError).run(name)
    },
  }
}
