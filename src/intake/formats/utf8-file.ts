// Reads a text file as UTF-8.
import { readFile, stat } from 'node:fs/promises'
import { Refusal } from '../../errors.ts'

/** 50 MB. No article’s file is larger, whatever else is in it. */
const MAX_FILE_BYTES = 50_000_000

/** Returns the text of a UTF-8 file. Throws a Refusal that names the file, the field and the reason. */
export async function readUtf8(file: string): Promise<string> {
  await checkFile(file)
  return decode(await readFile(file).catch((error) => refuseUnreadable(file, error)), file)
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

/**
 * Returns the text of the bytes with every code unit, the byte order mark included, so that offsets are those
 * of the file’s text.
 */
function decode(bytes: Uint8Array, file: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch (error) {
    throw new Refusal(file, 'encoding', 'is not UTF-8', { cause: error })
  }
  throw new Refusal(file, 'encoding', 'has NUL characters, which no text has (save it as UTF-8)')
}

function refuseUnreadable(file: string, error: NodeJS.ErrnoException): never {
  const reason = error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.code ?? error.message})`
  throw new Refusal(file, 'file', reason, { cause: error })
}
