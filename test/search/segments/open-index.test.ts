import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { openDatabase } from '../../../src/archive/database.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite-archive.ts'
import type { SearchIndex } from '../../../src/search/search-index.ts'
import { openIndex } from '../../../src/search/segments/open-index.ts'
import { linesOf, story } from '../../story.ts'

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
    folder = await mkdtemp(join(tmpdir(), 'readback-segments-'))
    archive = openSqliteArchive(openDatabase(':memory:'))
    reasons = []
    await keep('ferry', 'whale')
  })
  afterEach(async () => {
    await archive.close()
    await rm(folder, { recursive: true })
  })

  const open = (now = () => new Date()) =>
    openIndex({
      now,
      folder: join(folder, 'segments'),
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

  it('builds the index where there are no segments, and says so once', async () => {
    const { index } = await open()
    expect(index.size().articles).toBe(2)
    expect(reasons).toEqual(['there are no segments'])
  })

  it('opens segments without a word, with the same answers', async () => {
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
    ['a segment is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), /segment$/u],
    ['a bit of a segment is another', (bytes: Buffer) => bytes.fill(9, 900, 901), /segment$/u],
    ['a segment is of another format', (bytes: Buffer) => bytes.fill(9, 4, 5), /segment$/u],
    ['a segment is empty', () => Buffer.alloc(0), /segment$/u],
    ['the manifest is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), /json$/u],
    ['the manifest is of another format', (bytes: Buffer) => reformatted(bytes), /json$/u],
    ['the manifest is not JSON', () => Buffer.from('plums'), /json$/u],
  ] as const)('builds it anew when %s', async (_, harm, which) => {
    await saved()
    await harmed(which, harm)
    expect((await open()).index.size().articles).toBe(2)
    expect(reasons).toEqual(['the segments cannot be read'])
  })

  const harmed = async (which: RegExp, harm: (bytes: Buffer) => Uint8Array) => {
    const names = await readdir(join(folder, 'segments'))
    const file = join(folder, 'segments', names.find((name) => which.test(name)) ?? '')
    await writeFile(file, harm(await readFile(file)))
  }
  const reformatted = (bytes: Buffer) => Buffer.from(bytes.toString().replace('"format":', '"format":9'))

  it('builds it anew when a segment is missing', async () => {
    await saved()
    for (const name of await readdir(join(folder, 'segments')))
      if (name.endsWith('.segment')) await rm(join(folder, 'segments', name))
    expect((await open()).index.size().articles).toBe(2)
    expect(reasons).toEqual(['there are no segments'])
  })

  it('keeps what was removed removed', async () => {
    await saved()
    const [first] = await Array.fromAsync(archive.articles())
    await archive.decide(String(first?.id), {
      ruling: 'kill',
      reason: 'x',
      by: 'a test',
      at: '2026-03-01T08:00:00Z',
    })
    await (await open()).save()
    expect((await open()).index.size().articles).toBe(1)
  })

  it('answers without segments where none can be saved', async () => {
    await writeFile(join(folder, 'segments'), 'a file')
    expect((await open()).index.size().articles).toBe(2)
    expect(reasons).toEqual(['the segments cannot be read', 'the search index could not be saved'])
    expect(await readdir(folder)).toEqual(['segments'])
  })

  it('leaves nothing beside the segments and the manifest', async () => {
    await saved()
    const names = await readdir(join(folder, 'segments'))
    expect(names.filter((name) => !/^(?:manifest\.json|[\w-]+\.segment)$/u.test(name))).toEqual([])
  })

  it('takes a story in whose embargo lifts, also while nobody looks', async () => {
    const secret = about('zeppelin')
    await archive.keep({ ...secret, embargoUntil: '2026-03-12T06:00:00Z' }, linesOf(secret.text))
    let clock = new Date('2026-03-11T12:00:00Z')
    await (await open(() => clock)).save()
    expect((await open(() => clock)).index.size().articles).toBe(2)
    clock = new Date('2026-03-12T06:00:00Z')
    expect((await open(() => clock)).index.size().articles).toBe(3)
  })

  it('has no word of a story that is withheld in any file', async () => {
    const secret = about('zeppelin')
    await archive.keep({ ...secret, embargoUntil: '2999-01-01T00:00:00Z' }, linesOf(secret.text))
    const { index, save } = await open()
    await save()
    expect(index.size().articles).toBe(2)
    await expectNoWordOf('zeppelin')
  })

  it('has no word of a story any more that was killed', async () => {
    const { article } = await archive.keep(about('zeppelin'), linesOf(about('zeppelin').text))
    await saved()
    const { follow } = await open()
    await archive.decide(article.id, {
      ruling: 'kill',
      reason: 'x',
      by: 'a test',
      at: '2026-03-01T08:00:00Z',
    })
    await follow()
    await expectNoWordOf('zeppelin')
  })

  async function expectNoWordOf(word: string) {
    for (const name of await readdir(join(folder, 'segments'))) {
      const bytes = await readFile(join(folder, 'segments', name))
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(word, encoding))).toBe(false)
    }
  }
})
