import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { openDatabase } from '../../../src/archive/database.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite-archive.ts'
import { ingestFiles } from '../../../src/intake/ingest-files.ts'
import { readText } from '../../../src/quotations/read-text.ts'
import type { Query } from '../../../src/search/search-index.ts'
import { openIndex } from '../../../src/search/segments/open-index.ts'
import { tokens } from '../../../src/search/text/tokenize.ts'
import { openThreadedIndex } from '../../../src/search/threads/threaded-index.ts'

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

const log = { info: () => {}, warn: (facts: object, message: string) => console.error(message, facts) }

describe('the index in threads', () => {
  let folder: string
  let archive: Archive
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readback-threads-'))
    archive = openSqliteArchive(openDatabase(join(folder, 'archive.sqlite')))
  })
  afterEach(async () => {
    await archive.close()
    await rm(folder, { recursive: true })
  })

  const takeIn = (paths: string[], onKept: () => Promise<void>) =>
    ingestFiles(paths, { archive, read: readText, onKept })
  const open = () =>
    openThreadedIndex({
      database: join(folder, 'archive.sqlite'),
      folder: join(folder, 'segments'),
      textOf: archive.text,
      log,
    })
  const query = (text: string): Query => ({
    words: tokens(text).map(({ word, term }) => ({ word, term })),
    speakers: [],
    articles: null,
    limit: 20,
  })

  it('finds what the index finds without threads, before and after stories come in and go', async () => {
    const { index, follow, stop } = await open()
    const beside = await openIndex({ archive, folder: join(folder, 'other'), log })
    const expectSame = async () => {
      await follow()
      await beside.follow()
      expect(index.size()).toEqual(beside.index.size())
      expect([...index.stories()].toSorted(byId)).toEqual([...beside.index.stories()].toSorted(byId))
      for (const text of ['who said please', 'dredging and silt', 'brige']) {
        expect(await index.passages(query(text))).toEqual(await beside.index.passages(query(text)))
        expect(await index.quotations(query(text))).toEqual(await beside.index.quotations(query(text)))
      }
      for (const { id } of index.stories()) expect(index.piecesOf(id)).toEqual(beside.index.piecesOf(id))
    }
    await takeIn(['data/articles'], follow)
    await expectSame()
    const [first] = await Array.fromAsync(archive.articles())
    await archive.decide(String(first?.id), {
      ruling: 'kill',
      reason: 'x',
      by: 'a test',
      at: '2026-03-01T08:00:00Z',
    })
    await expectSame()
    await stop()
  })

  it('opens again with what it had when it was stopped', async () => {
    const first = await open()
    await takeIn(['data/articles'], first.follow)
    await first.follow()
    const size = first.index.size()
    await first.stop()
    const second = await open()
    expect(second.index.size()).toEqual(size)
    await second.stop()
  })

  it('fails what comes after it has stopped, and does not wait', async () => {
    const { index, follow, stop } = await open()
    const asked = index.passages(query('please'))
    await stop()
    await expect(asked.then(() => index.passages(query('please')))).rejects.toThrow('ended')
    await expect(follow()).rejects.toThrow('ended')
  })

  it('answers on when the thread that keeps it has ended, and follows the archive again', async () => {
    const lines: string[] = []
    const workers: Worker[] = []
    const started = (worker: Worker) => workers.push(worker)
    process.on('worker', started)
    const { index, follow, stop } = await openThreadedIndex({
      database: join(folder, 'archive.sqlite'),
      folder: join(folder, 'segments'),
      textOf: archive.text,
      log: { info: () => {}, warn: (_, line) => lines.push(line) },
    })
    const [, keeper] = workers
    await keeper?.terminate()
    expect((await index.passages(query('please'))).hits).toEqual([])
    await takeIn(['data/articles'], follow)
    await follow()
    expect((await index.passages(query('please'))).hits).not.toEqual([])
    expect(lines).toEqual(['the thread that keeps the index ended, and is started again'])
    process.off('worker', started)
    await stop()
  })
})
