import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** How long Slack may deliver the same thing again: its last retry comes within the hour; a day is on the safe side. */
const HOURS = 24

/** Deliveries remember what was taken on, so that each thing is done once, whoever delivers it how often. */
export type Deliveries = {
  /** Takes something on; false where it has been taken on already, by this process or another one. */
  take(key: string): boolean
  /** Gives something back that was not done after all. */
  giveBack(key: string): void
  close(): void
}

/** Deliveries in a SQLite file of the data folder: ids alone, and for a day. */
export function openDeliveries(folder: string, now = Date.now): Deliveries {
  mkdirSync(folder, { recursive: true })
  const db = new DatabaseSync(join(folder, 'slack.sqlite'))
  db.exec(
    `PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
     CREATE TABLE IF NOT EXISTS deliveries (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
     CREATE INDEX IF NOT EXISTS deliveries_by_time ON deliveries (at)`,
  )
  const add = db.prepare('INSERT INTO deliveries (key, at) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const forget = db.prepare('DELETE FROM deliveries WHERE at < ?')
  const remove = db.prepare('DELETE FROM deliveries WHERE key = ?')
  return {
    take(key) {
      forget.run(now() - HOURS * 3_600_000)
      return add.run(key, now()).changes > 0
    },
    giveBack: (key) => void remove.run(key),
    close: () => db.close(),
  }
}
