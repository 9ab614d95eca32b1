import { filesAt } from './find-files.ts'
import { readStories } from './formats/read-file.ts'
import { emptySummary, type Intake, refuse, type Summary, takeInAll } from './store-stories.ts'

/** How far an intake has come: `done` of `total` files, and the file that was the last. */
export type Progress = { done: number; total: number; file: string }

/**
 * Takes the stories of files and folders into the archive, one after the other. A file that cannot be taken in
 * is refused and the rest goes in; a failure of the archive, or of reading a story's words, ends the intake.
 */
export async function ingest(
  paths: string[],
  { onProgress, ...intake }: Intake & { onProgress?: (progress: Progress) => void },
): Promise<Summary> {
  const files = await filesAt(paths)
  const summary = emptySummary()
  for (const [index, file] of files.entries()) {
    await readStories(file)
      .then((stories) => takeInAll(stories, intake, summary))
      .catch(refuse(summary))
    onProgress?.({ done: index + 1, total: files.length, file })
  }
  return summary
}
