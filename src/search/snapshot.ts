// Keeps the search index in step with its archive, and saves it in a snapshot file.
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Archive } from '../archive/archive.ts'
import type { Article } from '../archive/article.ts'
import { type Contents, type MemoryIndex, openMemoryIndex } from './memory-index.ts'
import type { SearchIndex } from './search-index.ts'

/**
 * The format of a snapshot. Raise it whenever terms, fields or contents change, so that older snapshots are rebuilt.
 */
const SNAPSHOT_FORMAT = 5

const Snapshot = z.object({
  format: z.literal(SNAPSHOT_FORMAT),
  edition: z.string(),
  contents: z.custom<Contents>((value) => typeof value === 'object' && value !== null),
})

/** The file of the snapshot, the archive that it indexes, and the log that is told of a rebuild. */
export type IndexLocation = {
  file: string
  archive: Archive
  log: { info(facts: object, message: string): void; warn(facts: object, message: string): void }
  now?: () => Date
}

/** An index that is kept in step with its archive. */
export type FollowingIndex = {
  index: SearchIndex
  /** Indexes what has changed in the archive, by any process; yields to the event loop between two articles. */
  follow(): Promise<void>
  /** Writes the snapshot if the index has changed, completely or not at all. */
  save(): Promise<void>
}

/**
 * Opens the index of an archive from its snapshot and indexes what has changed since. The snapshot is derived and
 * disposable: where it is missing, broken, of another format or of another archive, the index is rebuilt from the
 * archive and saved, and one log line says why. Where it cannot be saved, the index is used without.
 */
export async function openIndex(location: IndexLocation): Promise<FollowingIndex> {
  const { file, archive, log, now = () => new Date() } = location
  const read = await readSnapshot(file, archive, now)
  let edition = read.edition ?? (await archive.edition())
  const index = read.index ?? openMemoryIndex(now)

  async function takeIn(articles: AsyncIterable<Article>) {
    for await (const article of articles) {
      await index.put(article)
      await setImmediate()
    }
  }

  async function takeInChanges() {
    const newest = await archive.edition()
    if (newest === edition) return
    await takeIn(archive.changedSince(edition) ?? archive.articles())
    edition = newest
  }

  /** Runs work one after another, so that no partly indexed story is saved. */
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<Done>(work: () => Done | Promise<Done>): Promise<Done> {
    const done = last.catch(() => {}).then(work)
    last = done
    return done
  }

  const follow = () => inTurn(takeInChanges)
  let saved = read.edition
  const save = async () => {
    const contents = await inTurn(() => (saved === edition ? null : { edition, contents: index.contents() }))
    if (!contents) return
    const snapshot = { format: SNAPSHOT_FORMAT, ...contents } as const
    await writeWhole(file, snapshot).then(
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

type SnapshotRead =
  | { edition: string; index: MemoryIndex; why?: never }
  | { edition?: never; index?: never; why: string }

/** Returns the index that a snapshot holds, or why it cannot be opened. */
async function readSnapshot(file: string, archive: Archive, now: () => Date): Promise<SnapshotRead> {
  try {
    const { edition, contents } = Snapshot.parse(JSON.parse(await readFile(file, 'utf8')))
    const isUsable = edition === (await archive.edition()) || archive.changedSince(edition) !== null
    return isUsable
      ? { edition, index: openMemoryIndex(now, contents) }
      : { why: 'the archive is another one' }
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { why: missing ? 'there is no snapshot' : 'the snapshot cannot be read' }
  }
}

async function writeWhole(file: string, snapshot: z.infer<typeof Snapshot>): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    await writeFile(temporary, JSON.stringify(snapshot))
    await rename(temporary, file)
  } finally {
    await rm(temporary, { force: true })
  }
}
