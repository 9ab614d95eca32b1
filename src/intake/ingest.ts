import type { Archive, Kept, Reader } from '../archive/archive.ts'
import { Refusal } from '../errors.ts'
import { filesAt } from './files.ts'
import { readStory } from './read-story.ts'

/** How far an intake has come: `done` of `total` files, and the file that was the last. */
export type Progress = { done: number; total: number; file: string }

/** What came of an intake: how many stories by outcome, and every refusal. */
export type Summary = Record<Kept['outcome'], number> & { refused: Refusal[] }

export type Intake = {
  archive: Archive
  /** Finds the passages and quotations of a story; asked only for a story that is new or changed. */
  read: Reader
  /** Told of each story that was given to the archive, before the next one is read. */
  onKept: (kept: Kept) => Promise<void>
  onProgress?: (progress: Progress) => void
}

/**
 * Takes the stories of files and folders into the archive, one after the other. A file that cannot be taken in
 * is refused and the rest goes in; a failure of the archive, or of reading a story's words, ends the intake.
 */
export async function ingest(paths: string[], intake: Intake): Promise<Summary> {
  const files = await filesAt(paths)
  const summary: Summary = { added: 0, changed: 0, unchanged: 0, refused: [] }
  for (const [index, file] of files.entries()) {
    const outcome = await takeIn(file, intake).catch(refusalOnly)
    if (outcome instanceof Refusal) summary.refused.push(outcome)
    else summary[outcome] += 1
    intake.onProgress?.({ done: index + 1, total: files.length, file })
  }
  return summary
}

async function takeIn(file: string, { archive, read, onKept }: Intake): Promise<Kept['outcome']> {
  const story = await readStory(file)
  if (await archive.holds(story)) return 'unchanged'
  const kept = await archive.keep(story, read(story.text, story.blocks))
  await onKept(kept)
  return kept.outcome
}

function refusalOnly(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}
