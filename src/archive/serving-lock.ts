// Holds a data folder for the one program that serves it.
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { UserError } from '../errors.ts'
import { makePrivate } from './private-files.ts'

/** The file that is locked. It has nothing but who holds it. */
const LOCK_FILE = 'serving.lock'

/**
 * Holds a folder until the returned function is called or the process ends, however it ends: the lock is SQLite's, which
 * the system lifts with the process. Commands that only ask, take in or decide need no lock.
 * Throws a UserError that names the holder, where another process holds it.
 */
export function holdFolder(folder: string, now: Date): () => void {
  const file = join(folder, LOCK_FILE)
  makePrivate(file)
  const db = new DatabaseSync(file)
  db.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE')
  if (!begin(db)) throw heldByAnother(db, folder)
  const holder = `process ${process.pid} on ${hostname()}, since ${now.toISOString()}`
  db.exec('CREATE TABLE IF NOT EXISTS holder (words TEXT) STRICT; DELETE FROM holder')
  db.prepare('INSERT INTO holder VALUES (?)').run(holder)
  db.exec('COMMIT')
  // A begun transaction is the lock; the holder was committed before it, so that others can read who that is.
  if (!begin(db)) throw heldByAnother(db, folder)
  return () => db.close()
}

function begin(db: DatabaseSync): boolean {
  try {
    db.exec('BEGIN IMMEDIATE')
    return true
  } catch {
    return false
  }
}

function heldByAnother(db: DatabaseSync, folder: string): UserError {
  const holder = holderIn(db)
  db.close()
  return new UserError(
    `Another Readback serves ${folder} already (${holder}). Stop it first, or give this one a folder of its own with READBACK_DATA. To ask, take in or decide while it runs, give the command: npm run -s readback -- --help.`,
  )
}

function holderIn(db: DatabaseSync): string {
  try {
    return String(db.prepare('SELECT words FROM holder').get()?.words ?? 'it has just started')
  } catch {
    return 'it has just started'
  }
}
