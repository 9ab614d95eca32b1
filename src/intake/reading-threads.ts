// Reads files and stories in several threads, one a core, so that a large import takes all cores.
import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import type { Story } from '../archive/article.ts'
import { Refusal } from '../errors.ts'
import type { FileReader } from './ingest-files.ts'
import type { FileRead, ToRead } from './reading-worker.ts'

/** How many files are read ahead by each thread: enough that none waits for the archive, which takes one at a time. */
const FILES_AHEAD_PER_THREAD = 4

/** Starts the threads. `sureEnough` is the least confidence at which a speaker is named; the reader's own where it is not set. */
export function openReadingThreads(sureEnough?: number): FileReader {
  const threads = availableParallelism()
  const pool = new Tinypool({
    filename: new URL('./reading-worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  })
  return {
    ahead: threads * FILES_AHEAD_PER_THREAD,
    async stories(file) {
      return storiesOf(await pool.run(file, { name: 'readFile' }))
    },
    read(text, blocks, { language, authors = [] } = {}) {
      const toRead: ToRead = { text, blocks, language, authors, sureEnough }
      return pool.run(toRead, { name: 'readStory' })
    },
    close: () => pool.destroy(),
  }
}

function storiesOf(read: FileRead): Story[] {
  if ('stories' in read) return read.stories
  throw new Refusal(...read.refused)
}
