import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Archive } from '../../archive/archive.ts'
import type { Article } from '../../archive/article.ts'
import type { SearchIndex } from '../search-index.ts'
import { type Contents, type MemoryIndex, openMemoryIndex } from './memory-index.ts'

/** The shape of a snapshot: raised whenever terms, fields or contents change, so that older ones are built anew. */
const FORMAT = 5

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

/** An index that follows its archive. */
export type Followed = {
  index: SearchIndex
  /** Takes in what changed in the archive, whoever changed it, and gives way to others between two articles. */
  follow(): Promise<void>
  /** Saves the index for the next start, where it has changed: whole or not at all. */
  save(): Promise<void>
}

/**
 * Opens the index of an archive from its snapshot, with what has changed since. The snapshot is derived and
 * disposable: where it is missing, of another format, of another archive or broken, the index is built from the
 * archive, with one line in the log that says why, and saved. One that cannot be saved is as good until the end.
 */
export async function openIndex(place: Place): Promise<Followed> {
  const { file, archive, log, now = () => new Date() } = place
  const read = await readSnapshot(file, archive, now)
  let edition = read.edition ?? (await archive.edition())
  const index = read.index ?? openMemoryIndex(now)

  async function takeIn(articles: AsyncIterable<Article>) {
    for await (const article of articles) {
      await index.put(article)
      await setImmediate()
    }
  }

  async function catchUp() {
    const newest = await archive.edition()
    if (newest === edition) return
    await takeIn(archive.changedSince(edition) ?? archive.articles())
    edition = newest
  }

  /** One after the other, so that no story is saved that is half taken in. */
  let last: Promise<unknown> = Promise.resolve()
  function next<Done>(work: () => Done | Promise<Done>): Promise<Done> {
    const done = last.catch(() => {}).then(work)
    last = done
    return done
  }

  const follow = () => next(catchUp)
  let saved = read.edition
  const save = async () => {
    const contents = await next(() => (saved === edition ? null : { edition, contents: index.contents() }))
    if (!contents) return
    const snapshot = { format: FORMAT, ...contents } as const
    await write(file, snapshot).then(
      () => {
        saved = snapshot.edition
      },
      (err) => log.warn({ file, err }, 'the search index could not be saved'),
    )
  }

  if (read.why) {
    await takeIn(archive.articles())
    log.info({ file, why: read.why, ...index.size() }, 'search index built from the archive')
    await save()
  } else await follow()
  return { index, follow, save }
}

type Read =
  | { edition: string; index: MemoryIndex; why?: never }
  | { edition?: never; index?: never; why: string }

/** The index that a snapshot holds, or why it cannot be opened. */
async function readSnapshot(file: string, archive: Archive, now: () => Date): Promise<Read> {
  try {
    const { edition, contents } = Snapshot.parse(JSON.parse(await readFile(file, 'utf8')))
    const had = edition === (await archive.edition()) || archive.changedSince(edition) !== null
    return had ? { edition, index: openMemoryIndex(now, contents) } : { why: 'the archive is another one' }
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { why: missing ? 'there is no snapshot' : 'the snapshot cannot be read' }
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
