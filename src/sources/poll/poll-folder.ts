// Polls a watched folder for files that are new, changed or gone.
import { access, constants, realpath, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { findFiles } from '../../intake/find-files.ts'
import { readStories } from '../../intake/formats/read-file.ts'
import { countRefusal, storeStories } from '../../intake/store-stories.ts'
import type { SourceOf } from '../config/source.ts'
import type { PageRecord } from '../state/source-records.ts'
import type { PollRun } from './poll-run.ts'
import { withdraw } from './withdraw.ts'

/**
 * The age from which a file is read, in milliseconds: a younger file may be half written, so a later poll
 * reads it.
 */
const MIN_FILE_AGE_MS = 1000

/** The mark of a file whose stories were withdrawn. */
const WITHDRAWN_MARK = 'withdrawn'

/**
 * Ingests the files of a folder that are new or have changed, and withdraws the stories of those that are
 * gone: in two passes in a row that could see their place, because some programs take a file away for a moment
 * to save it. A file that was moved within the folder is not gone, and one that is there again is read again.
 */
export async function pollFolder({ path }: SourceOf<'folder'>, run: PollRun): Promise<void> {
  const { files, refused } = await findFiles([path])
  run.summary.refused.push(...refused)
  for (const file of files) await ingestFile(file, run)
  const found = new Set(files)
  const gone: PageRecord[] = []
  for (const page of run.records.pagesSince(run.source, ''))
    if (!found.has(page.url) && page.mark !== WITHDRAWN_MARK && (await isGone(page.url, path)))
      gone.push(page)
  if (gone.length === 0) return
  const present = await storiesOf(files, run)
  for (const page of gone) await recordGone(page, { path, present }, run)
}

/** Returns the ids of the articles that files hold. */
async function storiesOf(files: string[], { intake }: PollRun): Promise<Set<string>> {
  const ids = new Set<string>()
  for (const file of files)
    for (const key of originsOf(await realpath(file).catch(() => file))) {
      const article = await intake.archive.articleByKey(key)
      if (article) ids.add(article.id)
      else if (key.includes('#')) break
    }
  return ids
}

async function ingestFile(file: string, run: PollRun): Promise<void> {
  const { records, source, summary, now } = run
  const real = await realpath(file).catch(() => file)
  const found = await stat(real).catch(() => null)
  const mark = found ? `${found.mtimeMs} ${found.size}` : ''
  const known = records.page(file, source)
  const isRead = known?.mark === mark && known.goneAt === null
  if (!found || isRead || Date.now() - found.mtimeMs < MIN_FILE_AGE_MS) return
  await readStories(file)
    .then((stories) => storeStories(stories, run.intake, summary))
    .catch(countRefusal(summary))
  const at = now().toISOString()
  records.keepPage({ url: file, source, mark, firstAt: known?.firstAt ?? at, seenAt: at, goneAt: null })
}

/** Returns whether a file is not there, while the watched folder and all folders down to it can be seen. */
async function isGone(file: string, folder: string): Promise<boolean> {
  const isMissing = await stat(file).then(
    () => false,
    ({ code }) => code === 'ENOENT' || code === 'ENOTDIR',
  )
  return isMissing && (await isListed(folder)) && (await isListed(await nearestFolder(dirname(file))))
}

const isListed = (folder: string) =>
  access(folder, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  )

/** Returns the folder, or the nearest one above it that is there. */
async function nearestFolder(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    ({ code }) => code !== 'ENOENT' && code !== 'ENOTDIR',
  )
  return isThere || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
}

type Folder = { path: string; present: Set<string> }

async function recordGone(page: PageRecord, { path, present }: Folder, run: PollRun): Promise<void> {
  const { records, intake, summary, now } = run
  const at = now()
  const seenAt = at.toISOString()
  if (page.goneAt === null) return records.keepPage({ ...page, seenAt, goneAt: seenAt })
  records.keepPage({ ...page, mark: WITHDRAWN_MARK, seenAt })
  const keys = originsOf(join(await realpath(path), relative(path, page.url)))
  const reason = `Its file was no longer in the folder on ${seenAt.slice(0, 10)}.`
  for (const article of await withdraw(intake.archive, { keys, present, reason, at })) {
    summary.changed += 1
    await intake.onKept({ outcome: 'changed', article })
  }
}

/** The most stories in one file whose withdrawal is looked for. */
const MAX_STORIES_PER_FILE = 1000

/** Yields the origin keys of the stories of a file: of the only one, and of each of several. */
function* originsOf(file: string): Generator<string> {
  yield `file:${file}`
  for (let number = 1; number <= MAX_STORIES_PER_FILE; number++) yield `file:${file}#${number}`
}
