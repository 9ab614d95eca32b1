import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openIndex } from '../../src/search/snapshot.ts'
import { council, ferry, whale } from '../coverage.ts'
import { memoryArchive } from '../memory-archive.ts'

describe('openIndex', () => {
  let folder: string
  let held: Map<string, typeof ferry>
  let reasons: string[]
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readback-snapshot-'))
    held = new Map([ferry, council].map((article) => [article.id, article]))
    reasons = []
  })
  afterEach(() => rm(folder, { recursive: true }))

  const open = () =>
    openIndex({
      file: join(folder, 'index'),
      archive: memoryArchive(held),
      log: {
        info: (facts) => reasons.push((facts as { why: string }).why),
        warn: (_, message) => reasons.push(message),
      },
    })
  const saved = async () => {
    await (await open()).save()
    reasons = []
  }

  it('builds the index where there is no snapshot, and says so once', async () => {
    const { index } = await open()
    expect(index.size().articles).toBe(2)
    expect(reasons).toEqual(['there is no snapshot'])
  })

  it('opens a snapshot without a word, with the same answers', async () => {
    await saved()
    const { index } = await open()
    expect(reasons).toEqual([])
    const query = {
      words: [{ word: 'gulls', term: 'gull' }],
      speaker: [],
      articles: new Set(['ferry']),
      limit: 3,
    }
    const { hits } = await index.quotations(query)
    expect(hits[0]?.piece.text).toContain('gulls')
  })

  it('builds it anew when the archive is another one', async () => {
    await saved()
    held.set('whale', whale)
    expect((await open()).index.size().articles).toBe(3)
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
