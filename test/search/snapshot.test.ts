import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import type { SearchIndex } from '../../src/search/search-index.ts'
import { openIndex } from '../../src/search/snapshot.ts'
import { linesOf, story } from '../story.ts'

/** A story that one could not mistake for another. */
const about = (subject: string) =>
  story({
    headline: `${subject} at noon`,
    url: `https://bell.example/${subject}`,
    keys: [`url:https://bell.example/${subject}`],
    text: `The ${subject} left at one.`,
  })

describe('openIndex', () => {
  let folder: string
  let archive: Archive
  let reasons: string[]
  const keep = async (...subjects: string[]) => {
    for (const one of subjects.map(about)) await archive.keep(one, linesOf(one.text))
  }
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readback-snapshot-'))
    archive = openSqliteArchive(openDatabase(':memory:'))
    reasons = []
    await keep('ferry', 'whale')
  })
  afterEach(async () => {
    await archive.close()
    await rm(folder, { recursive: true })
  })

  const open = () =>
    openIndex({
      file: join(folder, 'index'),
      archive,
      log: {
        info: (facts) => reasons.push((facts as { why: string }).why),
        warn: (_, message) => reasons.push(message),
      },
    })
  const saved = async () => {
    await (await open()).save()
    reasons = []
  }
  const headlines = (index: SearchIndex) => [...index.stories()].map(({ headline }) => headline)

  it('builds the index where there is no snapshot, and says so once', async () => {
    const { index } = await open()
    expect(index.size().articles).toBe(2)
    expect(reasons).toEqual(['there is no snapshot'])
  })

  it('opens a snapshot without a word, with the same answers', async () => {
    await saved()
    const { index } = await open()
    expect(reasons).toEqual([])
    const { hits } = await index.passages({
      words: [{ word: 'whale', term: 'whale' }],
      speakers: [],
      articles: new Set([...index.stories()].map(({ id }) => id)),
      limit: 3,
    })
    expect(hits.map(({ piece }) => piece.text)).toEqual(['The whale left at one.'])
  })

  it('takes in what has changed in the archive since, without building it anew', async () => {
    await saved()
    await keep('otter')
    const { index, follow } = await open()
    expect(headlines(index)).toContain('otter at noon')
    await keep('gull')
    await follow()
    expect(headlines(index)).toContain('gull at noon')
    expect(reasons).toEqual([])
  })

  it('builds it anew when the archive is another one', async () => {
    await saved()
    await archive.close()
    archive = openSqliteArchive(openDatabase(':memory:'))
    await keep('otter')
    expect(headlines((await open()).index)).toEqual(['otter at noon'])
    expect(reasons).toEqual(['the archive is another one'])
  })

  it.each([
    ['cut off', (json: string) => json.slice(0, json.length / 2)],
    ['of another format', (json: string) => json.replace('"format":', '"format":9')],
    ['not JSON', () => 'plums'],
    ['empty inside', () => '{"format":1,"edition":"x","contents":null}'],
    ['broken inside', (json: string) => json.replace('"serializationVersion":2', '"serializationVersion":7')],
  ])('builds it anew when the snapshot is %s', async (_, harm) => {
    await saved()
    const file = join(folder, 'index')
    await writeFile(file, harm(await readFile(file, 'utf8')))
    expect((await open()).index.size().articles).toBe(2)
    expect(reasons).toEqual(['the snapshot cannot be read'])
  })

  it('answers without a snapshot where none can be saved', async () => {
    await mkdir(join(folder, 'index'))
    expect((await open()).index.size().articles).toBe(2)
    expect(reasons).toEqual(['the snapshot cannot be read', 'the search index could not be saved'])
    expect(await readdir(folder)).toEqual(['index'])
  })

  it('leaves nothing beside the snapshot', async () => {
    await saved()
    expect(await readdir(folder)).toEqual(['index'])
  })
})
