// Runs `quotations`: prints what the extractor finds in raw text files.
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { findPosts } from '../../archive/embedded-posts.ts'
import { UserError } from '../../errors.ts'
import { readTextFile } from '../../intake/fetch/text-file.ts'
import { isFolder } from '../../intake/find-files.ts'
import { findQuotations } from '../../quotations/find-quotations.ts'
import type { Terminal } from '../../replies/terminal.ts'
import { readingView } from './reading-view.ts'

type Extraction = { out?: string | undefined; sureEnough?: number | undefined }
type ReadingOver = { terminal: Terminal; sureEnough?: number | undefined }

/** What the extractor finds in a raw text file, to be read by a person: see `readingView`. */
export async function readOver(path: string, { terminal, sureEnough }: ReadingOver): Promise<string> {
  if (await isFolder(path)) throw new UserError(`${path} is a folder: name one file of it, or add --out DIR.`)
  const { text } = await readTextFile(path)
  return readingView(text, findQuotations(text, findPosts(text), { minConfidence: sureEnough }), terminal)
}

/**
 * Returns the quotations of a raw text file as JSON on one line. For a folder it writes the same to OUT/NAME.json for
 * each NAME.txt in it, and returns null. It opens no archive. Throws a UserError for a folder without `out`.
 */
export async function extractQuotations(
  path: string,
  { out, sureEnough }: Extraction,
): Promise<string | null> {
  if (!(await isFolder(path))) return quotationsOf(path, sureEnough)
  if (!out) throw new UserError(`${path} is a folder: say with --out DIR where its JSON files go.`)
  await mkdir(out, { recursive: true })
  for (const name of (await readdir(path)).filter((name) => name.endsWith('.txt')).toSorted())
    await writeFile(
      join(out, `${basename(name, '.txt')}.json`),
      `${await quotationsOf(join(path, name), sureEnough)}\n`,
    )
  return null
}

async function quotationsOf(file: string, sureEnough: number | undefined): Promise<string> {
  const { text } = await readTextFile(file)
  const quotes = findQuotations(text, findPosts(text), { minConfidence: sureEnough }).map((quotation) => ({
    text: text.slice(quotation.start, quotation.end),
    ...quotation,
  }))
  return JSON.stringify({ quotes })
}
