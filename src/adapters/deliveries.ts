// Remembers which deliveries were handled, so that each is handled once.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makePrivate } from '../archive/private-files.ts'

/** How long a key is remembered: Slack's last retry comes within the hour; a day leaves a margin. */
const KEY_LIFETIME_HOURS = 24

/** Work that has not ended after this long is taken for that of a process that ended. */
const ABANDONED_AFTER_MS = 120_000

/** A store of keys, shared by all processes on a data folder, of which each can be claimed once. */
export type Deliveries = {
  /** Claims a key. Returns false if this or another process has claimed it already. */
  claim(key: string): boolean
  /**
   * Does work once, whoever asks for it: returns `done` if it is done already, and `running` if it is being done. Work
   * that returned false, failed, or whose process ended, can be done again; `isRetry` tells it so. Rejects as it does.
   */
  once(key: string, work: (isRetry: boolean) => Promise<boolean>): Promise<'done' | 'running' | 'now'>
  close(): void
}

/** Opens the store in a file of the data folder. It holds keys alone, for a day. `now` returns Unix milliseconds. */
export function openDeliveries(folder: string, name: string, now = Date.now): Deliveries {
  const file = join(folder, name)
  makePrivate(file)
  const db = new DatabaseSync(file)
  db.exec(
    `PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
     CREATE TABLE IF NOT EXISTS deliveries (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
     CREATE INDEX IF NOT EXISTS deliveries_by_time ON deliveries (at)`,
  )
  const add = db.prepare('INSERT INTO deliveries (key, at) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const removeOld = db.prepare('DELETE FROM deliveries WHERE at < ?')
  const removeAbandoned = db.prepare('DELETE FROM deliveries WHERE key = ? AND at < ?')
  const remove = db.prepare('DELETE FROM deliveries WHERE key = ?')
  const select = db.prepare('SELECT 1 FROM deliveries WHERE key = ?')

  function claim(key: string): boolean {
    removeOld.run(now() - KEY_LIFETIME_HOURS * 3_600_000)
    return add.run(key, now()).changes > 0
  }

  return {
    claim,
    async once(key, work) {
      if (select.get(`done:${key}`)) return 'done'
      removeAbandoned.run(`running:${key}`, now() - ABANDONED_AFTER_MS)
      if (!claim(`running:${key}`)) return 'running'
      try {
        if (await work(!claim(`tried:${key}`))) claim(`done:${key}`)
      } finally {
        remove.run(`running:${key}`)
      }
      return 'now'
    },
    close() {
      if (db.isOpen) db.close()
    },
  }
}
