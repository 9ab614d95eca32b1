/** Opens the index of an archive from the segments in a folder, and has it follow the archive. */
import { setImmediate } from 'node:timers/promises'
import type { Archive } from '../../archive/archive.ts'
import type { Article } from '../../archive/article.ts'
import { heldTexts } from '../held-texts.ts'
import type { SearchIndex } from '../search-index.ts'
import { type Change, openCorpus } from './corpus.ts'
import { type Kept, openSegmentFolder, type Progress, type SegmentFolder } from './segment-folder.ts'
import { openSegmentIndex, seal } from './segment-index.ts'

/** Where the segments lie, of which archive; and who is told when the index is built anew. */
export type Place = {
  folder: string
  archive: Archive
  log: { info(facts: object, message: string): void; warn(facts: object, message: string): void }
  now?: () => Date
  /** Is told of every change of the segments. */
  onChange?: (change: Change) => void
}

/** An index that follows its archive. */
export type Followed = {
  index: SearchIndex
  /** Takes in what changed in the archive, whoever changed it, and gives way to others between two articles. */
  follow(): Promise<void>
  /** Saves what has changed of the index, for the next start. */
  save(): Promise<void>
  /** Follows no further, saves, and ends. */
  stop(): Promise<void>
}

/**
 * Opens the index of an archive from its segments, with what has changed since. They are derived and disposable:
 * where they are missing, of another format, of another archive or torn, the index is built from the archive, with
 * one line in the log that says why, and saved as it grows. One that cannot be saved is as good until the end.
 */
export async function openIndex(place: Place): Promise<Followed> {
  const { archive, folder, log, now = () => new Date(), onChange } = place
  const files = openSegmentFolder(folder)
  const { kept, why } = await readKept(files, archive)
  const corpus = openCorpus(kept?.segments, onChange)
  const index = openSegmentIndex({ corpus, now, textOf: heldTexts(archive.text) })
  const progress: Progress = kept?.progress ?? { edition: null, walk: null }
  for await (const article of archive.embargoed()) if (!corpus.place(article.id)) await index.put(article)

  let saved = JSON.stringify(kept?.progress)
  let canSave = true
  const hasUnsaved = () => corpus.sealed().some((one) => !files.has(one))
  async function save() {
    seal(corpus)
    const state = JSON.stringify(progress)
    if (state === saved && !hasUnsaved()) return
    await files.write({ progress, segments: corpus.sealed() }).then(
      () => {
        saved = state
      },
      (err) => {
        canSave = false
        log.warn({ folder, err }, 'the search index could not be saved')
      },
    )
  }

  async function takeIn(article: Article, walk: NonNullable<Progress['walk']>) {
    const before = corpus.place(article.id)
    await index.put(article)
    const isIn = corpus.place(article.id) !== null
    // What is withheld is named nowhere, not even as the end of a walk.
    if (isIn) walk.through = article.id
    const isPurged = !isIn && before !== null
    if (canSave && (isPurged || hasUnsaved())) await save()
  }

  let isStopped = false
  async function catchUp() {
    const newest = await archive.edition()
    if (progress.edition === newest) return
    progress.walk ??= { until: newest, through: '' }
    const { edition, walk } = progress
    const since = edition === null ? null : archive.changedSince(edition, walk.through)
    for await (const article of since ?? archive.articles(walk.through)) {
      if (isStopped) return
      await takeIn(article, walk)
      await setImmediate()
    }
    progress.edition = walk.until
    progress.walk = null
    await catchUp()
  }

  /** One after the other, so that nothing is saved that is half taken in. */
  let last: Promise<unknown> = Promise.resolve()
  function next(work: () => Promise<void>): Promise<void> {
    const done = last.catch(() => {}).then(work)
    last = done
    return done
  }

  await next(catchUp)
  if (why !== null) {
    log.info({ folder, why, ...index.size() }, 'search index built from the archive')
    await next(save)
  }
  return {
    index,
    follow: () => next(catchUp),
    save: () => next(save),
    stop() {
      isStopped = true
      return next(save)
    },
  }
}

/** What a folder holds of an archive; null, and why not, where that is of no use. */
type Read = { kept: Kept; why: null } | { kept: null; why: string }

async function readKept(files: SegmentFolder, archive: Archive): Promise<Read> {
  try {
    const kept = await files.read()
    const isOurs = await isOf(archive, kept.progress)
    return isOurs ? { kept, why: null } : { kept: null, why: 'the archive is another one' }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { kept: null, why: isMissing ? 'there are no segments' : 'the segments cannot be read' }
  }
}

async function isOf(archive: Archive, { edition, walk }: Progress): Promise<boolean> {
  const known = edition ?? walk?.until ?? ''
  return known === (await archive.edition()) || archive.changedSince(known) !== null
}
