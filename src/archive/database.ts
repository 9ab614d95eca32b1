// Opens the SQLite database of a newsroom and runs transactions in it.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { UserError } from '../errors.ts'
import { makePrivate } from './private-files.ts'
import { migrate } from './schema.ts'

/** Returns the file of the archive in a data folder. */
export const archiveFile = (folder: string) => join(folder, 'readback.sqlite')

/**
 * Opens the SQLite file that holds all of a newsroom's data (`:memory:` for no file) and migrates it to the
 * current schema. The file is in WAL mode, so a killed process leaves each transaction complete or absent. With
 * `synchronous = NORMAL` a power cut may lose the last transactions, never part of one
 * (https://sqlite.org/wal.html). What is deleted is overwritten (`secure_delete`). The file and its folder are the
 * owner's alone.
 * Throws a UserError when the file is not an archive, cannot be written, or was written by a newer Readback.
 */
export function openDatabase(file: string): DatabaseSync {
  const db = connect(file)
  migrate(db, file)
  return db
}

/** How many pages (of 4 KiB) the log holds before they are written to the file: many stories change the same ones. */
const PAGES_PER_CHECKPOINT = 4000

function connect(file: string): DatabaseSync {
  try {
    if (file !== ':memory:') makePrivate(file)
    const db = new DatabaseSync(file)
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    db.exec(`PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = ${PAGES_PER_CHECKPOINT}`)
    return db
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UserError(
      `${file} cannot be opened: ${why}. READBACK_DATA must name a folder that Readback can write to.`,
      { cause },
    )
  }
}

/** Runs `work` in one transaction and returns its result; rolls back and rethrows where it throws. */
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

/**
 * Rewrites the file of a database so that nothing is left in it of what was deleted, and empties its log. Others can
 * read meanwhile; it takes as long as copying the file.
 */
export function compact(db: DatabaseSync): void {
  db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
}
