import { readFile, stat } from 'node:fs/promises'
import { Refusal } from '../../errors.ts'

/** 50 MB: no article is as long as that, whatever else is in its file. */
const LARGEST = 50_000_000

/** The text of a file, or the refusal that names the file, the field and the reason. */
export async function readUtf8(file: string): Promise<string> {
  await checkFile(file)
  return decode(await readFile(file).catch((error) => refuse(file, error)), file)
}

/** Refuses what is no regular file, or larger than any article. */
export async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch((error) => refuse(file, error))
  if (found.isDirectory()) throw new Refusal(file, 'file', 'is a folder that cannot be opened')
  if (!found.isFile()) throw new Refusal(file, 'file', 'is no regular file')
  if (found.size > LARGEST)
    throw new Refusal(file, 'size', `${(found.size / 1e6).toFixed(1)} MB is more than ${LARGEST / 1e6} MB`)
}

/** The text of bytes, every code unit kept, the byte order mark too, so that offsets point into the file's text. */
function decode(bytes: Uint8Array, file: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch (error) {
    throw new Refusal(file, 'encoding', 'is not UTF-8', { cause: error })
  }
  throw new Refusal(file, 'encoding', 'has NUL characters, which no text has (save it as UTF-8)')
}

function refuse(file: string, error: NodeJS.ErrnoException): never {
  const reason = error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.code ?? error.message})`
  throw new Refusal(file, 'file', reason, { cause: error })
}
