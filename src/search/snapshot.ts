import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Archive } from '../archive/archive.ts'
import { type Contents, openMemoryIndex } from './memory-index.ts'
import type { SearchIndex } from './search-index.ts'

/** The shape of a snapshot: raised whenever terms, fields or contents change, so that older ones are built anew. */
const FORMAT = 2

const Snapshot = z.object({
  format: z.literal(FORMAT),
  edition: z.string(),
  contents: z.custom<Contents>((value) => typeof value === 'object' && value !== null),
})

/** Where a snapshot lies, of which archive; and who is told when the index is built anew. */
export type Place = {
  file: string
  archive: Archive
  log: { info(facts: object, message: string): void; warn(facts: object, message: string): void }
  now?: () => Date
}

/**
 * Opens the index of an archive from its snapshot, and gives the way to save it: whole or not at all. The snapshot
 * is derived and disposable: where it is missing, of another format, of another edition of the archive or broken,
 * the index is built from the archive, with one line in the log that says why, and saved. One that cannot be saved
 * is as good until the program ends.
 */
export async function openIndex(place: Place): Promise<{ index: SearchIndex; save(): Promise<void> }> {
  const { file, archive, log, now = () => new Date() } = place
  const read = await readSnapshot(file, await archive.edition(), now)
  const index = typeof read === 'string' ? openMemoryIndex(now) : read
  const save = async () => {
    const snapshot = { format: FORMAT, edition: await archive.edition(), contents: index.contents() } as const
    await write(file, snapshot).catch((err) => log.warn({ file, err }, 'the search index could not be saved'))
  }
  if (typeof read === 'string') {
    for await (const article of archive.articles()) await index.put(article)
    log.info({ file, why: read, ...index.size() }, 'search index built from the archive')
    await save()
  }
  return { index, save }
}

/** The index that a snapshot holds, or why it cannot be opened. */
async function readSnapshot(file: string, edition: string, now: () => Date) {
  try {
    const snapshot = Snapshot.parse(JSON.parse(await readFile(file, 'utf8')))
    return snapshot.edition === edition ? openMemoryIndex(now, snapshot.contents) : 'the archive has changed'
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return missing ? 'there is no snapshot' : 'the snapshot cannot be read'
  }
}

async function write(file: string, snapshot: z.infer<typeof Snapshot>): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`
  try {
    await writeFile(beside, JSON.stringify(snapshot))
    await rename(beside, file)
  } finally {
    await rm(beside, { force: true })
  }
}
