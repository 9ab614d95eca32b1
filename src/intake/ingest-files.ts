// Ingests the stories of files and folders into the archive.
import { findFiles } from './find-files.ts'
import { readStories } from './formats/read-file.ts'
import { countRefusal, emptySummary, type Intake, type IntakeSummary, storeStories } from './store-stories.ts'

/** The progress of an ingest: `done` of `total` files, and the last file. */
export type Progress = { done: number; total: number; file: string }

/**
 * Ingests the stories of files and folders, one file after another. A file that cannot be read is counted as
 * refused, and the others are ingested. A failure of the archive, or of finding the passages and quotations
 * of a story, ends the ingest with that error.
 */
export async function ingestFiles(
  paths: string[],
  { onProgress, ...intake }: Intake & { onProgress?: (progress: Progress) => void },
): Promise<IntakeSummary> {
  const { files, refused } = await findFiles(paths)
  const summary = { ...emptySummary(), refused }
  for (const [index, file] of files.entries()) {
    await readStories(file)
      .then((stories) => storeStories(stories, intake, summary))
      .catch(countRefusal(summary))
    onProgress?.({ done: index + 1, total: files.length, file })
  }
  return summary
}
