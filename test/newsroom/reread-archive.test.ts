import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { openReadingThreads } from '../../src/intake/reading-threads.ts'
import { rereadArchive, rereadInBackground } from '../../src/newsroom/reread-archive.ts'
import { readingEdition, textReader } from '../../src/quotations/read-text.ts'
import { linesOf, story } from '../story.ts'

const STORIES = 40
const NEW_EDITION = readingEdition()

/** An archive of stories that an older reader read, which found no quotation. */
async function staleArchive() {
  const archive = openSqliteArchive(openDatabase(':memory:'))
  for (let number = 0; number < STORIES; number++) {
    const text = `The tide took ${number} boats.\n\n“We counted ${number} of them,” said Mara Quist.`
    await archive.keep(story({ url: null, text, keys: [`file:/${number}.txt`] }), {
      ...linesOf(text),
      quotations: [],
    })
  }
  return archive
}

/** A log that keeps what it is told. */
function keepingLog() {
  const told: unknown[] = []
  const tell = (facts: object, message: string) => void told.push([message, facts])
  return { info: tell, warn: tell, told }
}

const quotedIn = async (archive: Awaited<ReturnType<typeof staleArchive>>) =>
  (await Array.fromAsync(archive.articles())).flatMap(({ version }) =>
    version.quotations.map(({ speaker }) => speaker),
  )

describe('an archive that an older reader read', () => {
  const way = { read: textReader(), openThreads: () => openReadingThreads(), edition: NEW_EDITION }

  it('is read again once, and says so', async () => {
    const archive = await staleArchive()
    const log = keepingLog()
    await rereadArchive({ archive, ...way }, { log })
    expect(await quotedIn(archive)).toEqual(Array(STORIES).fill('Mara Quist'))
    expect(log.told).toEqual([['articles are read again: the reader has changed', { articles: STORIES }]])
    await rereadArchive({ archive, ...way }, { log })
    expect(log.told).toHaveLength(1)
  })

  it('is read again in the background, until that is stopped', async () => {
    const archive = await staleArchive()
    const background = rereadInBackground({ archive, ...way }, keepingLog())
    await expect
      .poll(async () => (await archive.staleTexts(NEW_EDITION)).length, { timeout: 60_000 })
      .toBeLessThan(STORIES)
    await background.stop()
    const left = await archive.staleTexts(NEW_EDITION)
    expect(await quotedIn(archive)).toHaveLength(STORIES - left.length)
  })

  it('is left as it is, with a warning, where it cannot be read', async () => {
    const archive = await staleArchive()
    const log = keepingLog()
    const openThreads = () => {
      throw new Error('no thread today')
    }
    const background = rereadInBackground({ archive, ...way, openThreads }, log)
    await expect.poll(() => log.told.length, { timeout: 60_000 }).toBe(2)
    await background.stop()
    expect(log.told[1]).toEqual(['articles could not be read again', { err: new Error('no thread today') }])
  })
})
