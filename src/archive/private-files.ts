// Keeps the files of an archive from everybody but their owner.
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, parse, resolve } from 'node:path'

/** The mode of a file that only its owner reads and writes. */
export const OWNER_FILE = 0o600
const OWNER_FOLDER = 0o700
/** The sticky bit: the folder is shared on purpose, like /tmp. */
const STICKY = 0o1000

/**
 * Makes a file, where there is none, and its folder, and lets only their owner read them. SQLite gives the files
 * beside it (`-wal`, `-shm`) the same mode. A folder that is shared, or somebody else's, is left as it is.
 */
export function makePrivate(file: string): void {
  const folder = dirname(resolve(file))
  mkdirSync(folder, { recursive: true, mode: OWNER_FOLDER })
  if (isOwnFolder(folder)) chmodSync(folder, OWNER_FOLDER)
  closeSync(openSync(file, 'a', OWNER_FILE))
  if (isOwn(file)) chmodSync(file, OWNER_FILE)
}

const isOwn = (path: string) => statSync(path).uid === process.getuid?.()

const isOwnFolder = (folder: string) =>
  isOwn(folder) &&
  (statSync(folder).mode & STICKY) === 0 &&
  folder !== resolve(homedir()) &&
  folder !== parse(folder).root
