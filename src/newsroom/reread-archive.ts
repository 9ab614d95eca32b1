// Reads again the stories that another edition of the reader read.
import type { Log } from '../answers/desk.ts'
import type { Archive, TextToRead } from '../archive/archive.ts'
import type { Reading } from '../archive/article.ts'
import { type ReadingWay, readerFor } from '../intake/ingest-files.ts'
import { readAhead } from '../intake/read-ahead.ts'

/** The archive, the edition to which its stories are brought, and how they are read. */
type Rereading = ReadingWay & { archive: Archive; edition: number }

/**
 * Reads again each newest version that another edition of the reader read, one after another. Until its turn, a story
 * has its old reading. What is left when `signal` is aborted is read the next time.
 */
export async function rereadArchive(
  { archive, edition, ...way }: Rereading,
  { log, signal }: { log: Pick<Log, 'info'>; signal?: AbortSignal },
): Promise<void> {
  const stale = await archive.staleTexts(edition)
  if (stale.length === 0) return
  log.info({ articles: stale.length }, 'articles are read again: the reader has changed')
  const reader = readerFor(stale.length, way)
  try {
    for await (const read of readAhead(stale, readText, reader.ahead)) {
      if (signal?.aborted) return
      if (read) await archive.replaceReading(...read)
    }
  } finally {
    await reader.close()
  }

  async function readText(id: number): Promise<[TextToRead, Reading] | null> {
    const found = await archive.textToRead(id)
    return found && [found, await reader.read(found.text, found.blocks, found.context)]
  }
}

/** Reads again while questions are answered from the old readings. `stop` ends it after the story in work. */
export function rereadInBackground(rereading: Rereading, log: Log): { stop: () => Promise<void> } {
  const stopped = new AbortController()
  const running = rereadArchive(rereading, { log, signal: stopped.signal }).catch((err) =>
    log.warn({ err }, 'articles could not be read again'),
  )
  return {
    async stop() {
      stopped.abort()
      await running
    },
  }
}
