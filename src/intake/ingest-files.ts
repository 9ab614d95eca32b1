// Ingests the stories of files and folders into the archive.
import type { Reading, Story } from '../archive/article.ts'
import { findFiles } from './find-files.ts'
import { readStories } from './formats/read-file.ts'
import { handledLater, readAhead } from './read-ahead.ts'
import { countRefusal, emptySummary, type Intake, type IntakeSummary, storeStories } from './store-stories.ts'

/** The progress of an ingest: `done` of `total` files, and the last file. */
export type Progress = { done: number; total: number; file: string }

/** Reads files and the texts of their stories. */
export type FileReader = {
  /** Returns the stories of a file. Throws a Refusal that names the file, the field and the reason. */
  stories(file: string): Promise<Story[]>
  read: Intake['read']
  /** How many files are read before their turn to be stored. */
  filesAhead: number
}

/** A reader in threads, which run until it is closed. */
export type ReadingThreads = FileReader & { close(): Promise<void> }

type IngestOptions = Intake & {
  /** Starts the threads that read, where there are many files; left out, all is read in this thread. */
  openThreads?: () => ReadingThreads
  onProgress?: ((progress: Progress) => void) | undefined
  /** Ends the ingest after the file that is being stored, when it is aborted. */
  signal?: AbortSignal | undefined
}

/** The fewest files for which threads are started: for fewer, starting them takes longer than reading. */
const MIN_FILES_FOR_THREADS = 32

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
  const threads = files.length < MIN_FILES_FOR_THREADS ? undefined : openThreads?.()
  const reader = threads ?? readerHere(intake.read)
  try {
    let done = 0
    for await (const file of readAhead(files, (file) => readFile(file, reader, intake), reader.filesAhead)) {
      if (signal?.aborted) break
      await storeFile(file, intake, summary)
      onProgress?.({ done: ++done, total: files.length, file: file.path })
    }
  } finally {
    await threads?.close()
  }
  return summary
}

/** Returns the reader of files in this thread, each in its turn. */
const readerHere = (read: Intake['read']): FileReader => ({ stories: readStories, read, filesAhead: 0 })

/** A file, its stories, and what finds the passages and quotations of each. */
type ReadFile = { path: string; stories: Promise<Story[]>; read: Intake['read'] }

/** Reads a file; where there is time before its turn, also those of its stories that the archive does not hold. */
async function readFile(path: string, reader: FileReader, { archive }: Intake): Promise<ReadFile> {
  const stories = handledLater(reader.stories(path))
  const readings = new Map<string, Promise<Reading>>()
  if (reader.filesAhead > 0)
    for (const story of await stories.catch(() => []))
      if (!(await archive.holds(story))) readings.set(story.text, handledLater(readStory(story, reader)))
  return { path, stories, read: (text, ...rest) => readings.get(text) ?? reader.read(text, ...rest) }
}

const readStory = async (story: Story, { read }: FileReader) => read(story.text, story.blocks, story)

const storeFile = ({ stories, read }: ReadFile, intake: Intake, summary: IntakeSummary): Promise<void> =>
  stories.then((found) => storeStories(found, { ...intake, read }, summary)).catch(countRefusal(summary))
