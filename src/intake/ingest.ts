import { isDeepStrictEqual } from 'node:util'
import type { Archive, Kept } from '../archive/archive.ts'
import type { Article, Reading, Story } from '../archive/article.ts'
import { Facts } from '../archive/article.ts'
import { findPassages } from '../archive/passages.ts'
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
  read: (story: Story) => Reading
  onArticle?: (kept: Kept) => void
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
    const kept = await takeIn(file, intake).catch(refusalOnly)
    if (kept instanceof Refusal) summary.refused.push(kept)
    else {
      summary[kept.outcome] += 1
      intake.onArticle?.(kept)
    }
    intake.onProgress?.({ done: index + 1, total: files.length, file })
  }
  return summary
}

async function takeIn(file: string, { archive, read }: Intake): Promise<Kept> {
  const story = await readStory(file)
  const known = await archive.locate(story)
  return archive.keep(story, known && isSame(known, story) ? known.version : read(story))
}

/** Whether an article holds what a story says, so that it need not be read again. */
function isSame(article: Article, story: Story): boolean {
  return (
    article.version.text === story.text &&
    isDeepStrictEqual(Facts.parse(article), Facts.parse(story)) &&
    isDeepStrictEqual(article.version.passages, findPassages(story.text, story.blocks))
  )
}

function refusalOnly(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}
