// Remembers which deliveries were handled, so that each is handled once.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** How long a key is remembered: Slack's last retry comes within the hour; a day leaves a margin. */
const KEY_LIFETIME_HOURS = 24

/** A store of keys, shared by all processes on a data folder, of which each can be claimed once. */
export type Deliveries = {
  /** Claims a key. Returns false if this or another process has claimed it already. */
  claim(key: string): boolean
  /** Releases a key whose work was not done, so that it can be claimed again. */
  release(key: string): void
  close(): void
}

/**
 * Opens the store in `slack.sqlite` of the data folder. It holds keys alone, for a day. `now` returns Unix
 * milliseconds.
 */
export function openDeliveries(folder: string, now = Date.now): Deliveries {
  mkdirSync(folder, { recursive: true })
  const db = new DatabaseSync(join(folder, 'slack.sqlite'))
  db.exec(
    `PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
     CREATE TABLE IF NOT EXISTS deliveries (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
     CREATE INDEX IF NOT EXISTS deliveries_by_time ON deliveries (at)`,
  )
  const add = db.prepare('INSERT INTO deliveries (key, at) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const removeOld = db.prepare('DELETE FROM deliveries WHERE at < ?')
  const remove = db.prepare('DELETE FROM deliveries WHERE key = ?')
  return {
    claim(key) {
      removeOld.run(now() - KEY_LIFETIME_HOURS * 3_600_000)
      return add.run(key, now()).changes > 0
    },
    release: (key) => void remove.run(key),
    close: () => db.close(),
  }
}
