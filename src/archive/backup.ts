// Copies the archive of a data folder to a file while it is used, and puts such a copy in its place.
import { closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { UserError } from '../errors.ts'
import { openDatabase } from './database.ts'
import { OWNER_FILE } from './private-files.ts'
import { renewArchiveMark, SCHEMA_VERSION } from './schema.ts'

/**
 * Writes a copy of the archive to a new file, as it stands at one moment; others can read and write meanwhile. The copy
 * is compact and the owner's alone. Throws a UserError where there is no archive, or where the file is there already.
 */
export function backUp(archive: string, file: string): void {
  requireArchive(archive)
  makeNew(file)
  const db = openDatabase(archive)
  try {
    db.prepare('VACUUM INTO ?').run(file)
  } catch (cause) {
    rmSync(file, { force: true })
    throw new UserError(`${file} cannot be written: ${messageOf(cause)}.`, { cause })
  } finally {
    db.close()
  }
}

/** Throws a UserError where no archive is in the place of a data folder. */
export function requireArchive(archive: string): void {
  if (existsSync(archive)) return
  throw new UserError(`There is no archive at ${archive}. READBACK_DATA names the folder that it is in.`)
}

/** Makes a file that only its owner can read. Throws a UserError where it is there already, or cannot be made. */
export function makeNew(file: string): void {
  try {
    closeSync(openSync(file, 'wx', OWNER_FILE))
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    const why = isThere ? 'is there already: name a new file' : `cannot be written: ${messageOf(cause)}`
    throw new UserError(`${file} ${why}.`, { cause })
  }
}

/**
 * Puts a copy in the place of the archive. The archive gets a new mark, so that every index is built again from it.
 * Throws a UserError, and changes nothing, where the copy is no whole archive, where another program has the archive
 * open, or where it has stories and `replace` is not set.
 */
export function restore(copy: string, archive: string, { replace }: { replace: boolean }): void {
  checkCopy(copy)
  if (existsSync(archive)) takeOver(archive, replace)
  else openDatabase(archive).close()
  const beside = `${archive}.restored`
  copyFileSync(copy, beside)
  for (const log of [`${archive}-wal`, `${archive}-shm`]) rmSync(log, { force: true })
  renameSync(beside, archive)
  const db = openDatabase(archive)
  renewArchiveMark(db)
  db.close()
}

function checkCopy(copy: string): void {
  if (!existsSync(copy)) throw new UserError(`${copy}: there is no such file.`)
  const problem = problemOf(copy)
  if (problem) throw new UserError(`${copy} is no whole archive: ${problem}. Nothing was changed.`)
}

/** Returns why a file cannot be restored; null where it can be. */
function problemOf(copy: string): string | null {
  const db = new DatabaseSync(copy, { readOnly: true })
  try {
    const version = Number(db.prepare('PRAGMA user_version').get()?.user_version)
    if (version > SCHEMA_VERSION) return 'it was written by a newer Readback'
    if (version === 0) return 'it is a database of something else'
    const found = db.prepare('PRAGMA quick_check').get()?.quick_check
    return found === 'ok' ? null : String(found)
  } catch (cause) {
    return messageOf(cause)
  } finally {
    db.close()
  }
}

/** Checks that nobody uses an archive and that it may be replaced; writes its log into it. */
function takeOver(archive: string, replace: boolean): void {
  const db = openDatabase(archive)
  try {
    const articles = Number(db.prepare('SELECT count(*) AS n FROM articles').get()?.n)
    if (articles > 0 && !replace)
      throw new UserError(
        `The archive at ${archive} has ${articles} articles. Back it up, then use --replace to put the copy in its place.`,
      )
    if (!isAlone(db))
      throw new UserError(`The archive at ${archive} is in use. Stop Readback, then restore again.`)
  } finally {
    db.close()
  }
}

/** Whether no other connection is open: SQLite leaves the WAL mode for nobody else. */
function isAlone(db: DatabaseSync): boolean {
  try {
    db.exec('PRAGMA busy_timeout = 0')
    return db.prepare('PRAGMA journal_mode = DELETE').get()?.journal_mode === 'delete'
  } catch {
    return false
  }
}

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
