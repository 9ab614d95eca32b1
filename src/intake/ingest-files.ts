// Ingests the stories of files and folders into the archive.
import type { Reading, Story } from '../archive/article.ts'
import { findFiles } from './find-files.ts'
import { readStories } from './formats/read-file.ts'
import { handledLater, readAhead } from './read-ahead.ts'
import { countRefusal, emptySummary, type Intake, type IntakeSummary, storeStories } from './store-stories.ts'

/** The progress of an ingest: `done` of `total` files, and the last file. */
export type Progress = { done: number; total: number; file: string }

/** Reads files and the texts of their stories, until it is closed. */
export type FileReader = {
  /** Returns the stories of a file. Throws a Refusal that names the file, the field and the reason. */
  stories(file: string): Promise<Story[]>
  read: Intake['read']
  /** How many files or texts are read before their turn to be stored. */
  ahead: number
  close(): Promise<void>
}

/** How texts are read: in this thread or, where they are many, in threads that `openThreads` starts. */
export type ReadingWay = { read: Intake['read']; openThreads?: (() => FileReader) | undefined }

type IngestOptions = Intake &
  ReadingWay & {
    onProgress?: ((progress: Progress) => void) | undefined
    /** Ends the ingest after the file that is being stored, when it is aborted. */
    signal?: AbortSignal | undefined
  }

/** The fewest files for which threads are started: for fewer, starting them takes longer than reading. */
const MIN_FILES_FOR_THREADS = 32

/** Returns the reader of so many files or texts. */
export const readerFor = (count: number, { read, openThreads }: ReadingWay): FileReader =>
  (count < MIN_FILES_FOR_THREADS ? undefined : openThreads?.()) ?? readerHere(read)

const readerHere = (read: Intake['read']): FileReader => ({
  stories: readStories,
  read,
  ahead: 0,
  close: async () => {},
})

/**
 * Ingests the stories of files and folders, one file after another. A file that cannot be read is counted as
 * refused, and the others are ingested. A failure of the archive, or of finding the passages and quotations
 * of a story, ends the ingest with that error. What is stored already is not read again, so that an ingest
 * that was ended goes on where it was.
 */
export async function ingestFiles(
  paths: string[],
  { openThreads, onProgress, signal, ...intake }: IngestOptions,
): Promise<IntakeSummary> {
  const { files, refused } = await findFiles(paths)
  const summary = { ...emptySummary(), refused }
  const reader = readerFor(files.length, { openThreads, read: intake.read })
  try {
    let done = 0
    for await (const file of readAhead(files, (path) => readFile(path, reader, intake), reader.ahead)) {
      if (signal?.aborted) break
      await storeFile(file, intake, summary)
      onProgress?.({ done: ++done, total: files.length, file: file.path })
    }
  } finally {
    await reader.close()
  }
  return summary
}

/** A file, its stories, and what finds the passages and quotations of each. */
type ReadFile = { path: string; stories: Promise<Story[]>; read: Intake['read'] }

/** Reads a file; where there is time before its turn, also those of its stories that the archive does not hold. */
async function readFile(path: string, reader: FileReader, { archive }: Intake): Promise<ReadFile> {
  const stories = handledLater(reader.stories(path))
  const readings = new Map<string, Promise<Reading>>()
  if (reader.ahead > 0)
    for (const story of await stories.catch(() => []))
      if (!(await archive.holds(story))) readings.set(story.text, handledLater(readStory(story, reader)))
  return { path, stories, read: (text, ...rest) => readings.get(text) ?? reader.read(text, ...rest) }
}

const readStory = async (story: Story, { read }: FileReader) => read(story.text, story.blocks, story)

const storeFile = ({ stories, read }: ReadFile, intake: Intake, summary: IntakeSummary): Promise<void> =>
  stories.then((found) => storeStories(found, { ...intake, read }, summary)).catch(countRefusal(summary))
