import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { ingestFiles, type Progress } from '../../src/intake/ingest-files.ts'
import { openReadingThreads } from '../../src/intake/reading-threads.ts'
import { textReader } from '../../src/quotations/read-text.ts'
import { folderWith } from './folder.ts'
import { FORMATS, madeStory } from './made-site.ts'

const FILES = 40
const SURE_ENOUGH = 0.9
const markdown = FORMATS.find(({ ending }) => ending === 'md')

/** A folder of stories, one of which is refused and one of which is the same story as another. */
function stories(): Record<string, string> {
  const names = Array.from({ length: FILES }, (_, number) => `${String(number).padStart(2, '0')}.md`)
  const files = Object.fromEntries(
    names.map((name, number) => [name, markdown?.write(madeStory(number)) ?? '']),
  )
  return { ...files, '07.md': '---\nheadline: [\n---\nx', '21.md': files['20.md'] ?? '' }
}

/** Takes in a folder, and returns what became of it and all that the archive holds of it. */
async function takenIn(folder: string, openThreads?: () => ReturnType<typeof openReadingThreads>) {
  const archive = openSqliteArchive(openDatabase(':memory:'))
  const kept: string[] = []
  const summary = await ingestFiles([folder], {
    archive,
    read: textReader(SURE_ENOUGH),
    onKept: async ({ article }) => void kept.push(article.id),
    ...(openThreads && { openThreads }),
  })
  const articles = await Array.fromAsync(archive.articles())
  const refused = summary.refused.map(({ message, file, field }) => ({ message, file, field }))
  return {
    summary: { ...summary, refused },
    kept,
    articles: articles.map(({ version: { savedAt: _, ...version }, ...rest }) => ({ ...rest, version })),
  }
}

describe('reading in threads', () => {
  it('takes in what one thread takes in, in the same order', async () => {
    const folder = await folderWith(stories())
    const here = await takenIn(folder)
    const inThreads = await takenIn(folder, () => openReadingThreads(SURE_ENOUGH))
    expect(here.summary).toMatchObject({ added: FILES - 2, unchanged: 1 })
    expect(here.summary.refused.map(({ file, field }) => [file, field])).toEqual([
      [join(folder, '07.md'), 'front matter'],
    ])
    expect(inThreads).toEqual(here)
  })

  it('ends after the file in work, and goes on from there', async () => {
    const folder = await folderWith(stories())
    const archive = openSqliteArchive(openDatabase(':memory:'))
    const into = { archive, read: textReader(), onKept: async () => {}, openThreads: openReadingThreads }
    const ended = new AbortController()
    const onProgress = ({ done }: Progress) => done === 5 && ended.abort()
    const first = await ingestFiles([folder], { ...into, onProgress, signal: ended.signal })
    expect(first).toMatchObject({ added: 5, unchanged: 0 })
    expect(await ingestFiles([folder], into)).toMatchObject({ added: FILES - 2 - 5, unchanged: 1 + 5 })
  })

  it('starts no thread for a few files', async () => {
    const folder = await folderWith({ 'a.txt': 'The otter is back.' })
    const openThreads = () => {
      throw new Error('A thread was started.')
    }
    expect((await takenIn(folder, openThreads)).summary).toMatchObject({ added: 1 })
  })
})
