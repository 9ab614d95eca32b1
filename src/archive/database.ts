import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { UserError } from '../errors.ts'
import { migrate } from './schema.ts'

/**
 * The SQLite file that holds all a newsroom keeps (`:memory:` for none), at today's schema. It is in WAL mode, so
 * a process that is killed leaves each transaction whole or absent; `synchronous = NORMAL` may lose the last ones
 * to a power cut, never half of one (https://sqlite.org/wal.html).
 * Throws a UserError when the file is no archive, cannot be written, or was written by a newer Readback.
 */
export function openDatabase(file: string): DatabaseSync {
  const db = connect(file)
  migrate(db, file)
  return db
}

function connect(file: string): DatabaseSync {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    const db = new DatabaseSync(file)
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    return db
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UserError(
      `${file} cannot be opened: ${why}. READBACK_DATA must name a folder that Readback can write to.`,
      { cause },
    )
  }
}

/** Does work that writes, as one step: all of it or, where it throws, nothing. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const done = work()
    db.exec('COMMIT')
    return done
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
