// Reads a text file.
import { readFile, stat } from 'node:fs/promises'
import { Refusal } from '../../errors.ts'
import { type Decoded, decodeBytes } from './charset.ts'

/** 50 MB. No article’s file is larger, whatever else is in it. */
const MAX_FILE_BYTES = 50_000_000

/** Returns the decoded text of a file. Throws a Refusal that names the file, the field and the reason. */
export async function readTextFile(file: string): Promise<Decoded> {
  await checkFile(file)
  return decodeBytes(await readFile(file).catch((error) => refuseUnreadable(file, error)), null, file)
}

/** Throws a Refusal for anything but a regular file of at most MAX_FILE_BYTES. */
export async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch((error) => refuseUnreadable(file, error))
  if (found.isDirectory()) throw new Refusal(file, 'file', 'is a folder that cannot be opened')
  if (!found.isFile()) throw new Refusal(file, 'file', 'is no regular file')
  if (found.size > MAX_FILE_BYTES)
    throw new Refusal(
      file,
      'size',
      `${(found.size / 1e6).toFixed(1)} MB is more than ${MAX_FILE_BYTES / 1e6} MB`,
    )
}

function refuseUnreadable(file: string, error: NodeJS.ErrnoException): never {
  const reason = error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.code ?? error.message})`
  throw new Refusal(file, 'file', reason, { cause: error })
}
