import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp, restore } from '../../src/archive/backup.ts'
import { archiveFile, openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { linesOf, story } from '../story.ts'

let folder: string
let file: string
let copy: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readback-backup-'))
  file = archiveFile(join(folder, 'data'))
  copy = join(folder, 'copy.sqlite')
})
afterEach(() => rm(folder, { recursive: true }))

const other = story({ url: null, text: 'The bridge is closed.', keys: ['file:/bridge.md'] })
const storyOf = (n: number) => story({ url: null, text: `Story ${n}.`, keys: [`file:/${n}.md`] })

async function archiveOf(...stories: ReturnType<typeof story>[]) {
  const archive = openSqliteArchive(openDatabase(file))
  for (const one of stories) await archive.keep(one, linesOf(one.text))
  return archive
}

async function textsIn(path: string): Promise<string[]> {
  const archive = openSqliteArchive(openDatabase(path))
  const articles = await Array.fromAsync(archive.articles())
  await archive.close()
  return articles.map(({ version }) => version.text).toSorted()
}

describe('a backup', () => {
  it('has what was stored until then, while the archive is open and goes on', async () => {
    const archive = await archiveOf(story())
    backUp(file, copy)
    await archive.keep(other, linesOf(other.text))
    expect(await textsIn(copy)).toEqual([story().text])
    await archive.close()
    expect(await textsIn(file)).toEqual([other.text, story().text])
  })

  it.skipIf(process.platform === 'win32')('is for its owner alone, as is the archive', async () => {
    const archive = await archiveOf(story())
    backUp(file, copy)
    const modes = [file, `${file}-wal`, copy, join(folder, 'data')].map(
      async (path) => (await stat(path)).mode & 0o777,
    )
    expect(await Promise.all(modes)).toEqual([0o600, 0o600, 0o600, 0o700])
    await archive.close()
  })

  it('overwrites nothing, and needs an archive', async () => {
    expect(() => backUp(file, copy)).toThrow(`There is no archive at ${file}.`)
    await (await archiveOf(story())).close()
    await writeFile(copy, 'plums')
    expect(() => backUp(file, copy)).toThrow(`${copy} is there already`)
    expect(await readFile(copy, 'utf8')).toBe('plums')
    expect(() => backUp(file, join(folder, 'no', 'copy'))).toThrow('cannot be written')
  })
})

describe('a backup that is restored', () => {
  it('is the archive from then on, and no index of before counts for it', async () => {
    const archive = await archiveOf(story())
    backUp(file, copy)
    await archive.keep(other, linesOf(other.text))
    const before = await archive.edition()
    await archive.close()
    restore(copy, file, { replace: true })
    const restored = openSqliteArchive(openDatabase(file))
    expect((await Array.fromAsync(restored.articles())).map(({ version }) => version.text)).toEqual([
      story().text,
    ])
    expect(restored.changedSince(before)).toBeNull()
    await restored.close()
  })

  it('makes the folder where there is none', async () => {
    await (await archiveOf(story())).close()
    backUp(file, copy)
    const elsewhere = archiveFile(join(folder, 'new'))
    restore(copy, elsewhere, { replace: false })
    expect(await textsIn(elsewhere)).toEqual([story().text])
  })

  it('takes the place of no stories unless it is told to, and of no archive in use', async () => {
    const archive = await archiveOf(story())
    backUp(file, copy)
    expect(() => restore(copy, file, { replace: false })).toThrow('has 1 articles')
    expect(() => restore(copy, file, { replace: true })).toThrow('is in use')
    await archive.keep(other, linesOf(other.text))
    await archive.close()
    expect(await textsIn(file)).toHaveLength(2)
  })

  it('is refused, with nothing changed, where it is no whole archive', async () => {
    await (await archiveOf(...Array.from({ length: 300 }, (_, n) => storyOf(n)))).close()
    backUp(file, copy)
    const whole = await readFile(copy)
    for (const bytes of [Buffer.from('plums'), Buffer.alloc(0), whole.subarray(0, whole.length / 2)]) {
      await writeFile(copy, bytes)
      expect(() => restore(copy, file, { replace: true })).toThrow(`${copy} is no whole archive`)
    }
    expect(() => restore(join(folder, 'none'), file, { replace: true })).toThrow('there is no such file')
    expect(await textsIn(file)).toHaveLength(300)
  })
})
