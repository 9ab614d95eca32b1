import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { UserError } from '../../src/errors.ts'
import { linesOf, story } from '../story.ts'
import { describeArchive } from './archive.contract.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readback-archive-'))
})
afterAll(() => rm(folder, { recursive: true }))

let files = 0
const newFile = () => join(folder, `archive-${files++}.sqlite`)

async function newFileOf(content: string): Promise<string> {
  const file = newFile()
  await writeFile(file, content)
  return file
}

describeArchive('SQLite in memory', async () => openSqliteArchive(openDatabase(':memory:')))
describeArchive('SQLite in a file', async () => openSqliteArchive(openDatabase(newFile())))

describe('a SQLite archive', () => {
  it('is there again when it is opened again, in a folder that it makes', async () => {
    const file = join(folder, 'new', 'deep', 'archive.sqlite')
    const first = openSqliteArchive(openDatabase(file))
    const { article } = await first.keep(story(), linesOf(story().text))
    const edition = await first.edition()
    await first.close()
    const again = openSqliteArchive(openDatabase(file))
    expect(await again.article(article.id)).toEqual(article)
    expect(await again.edition()).toBe(edition)
    await again.close()
  })

  it('refuses a file of a newer Readback, by name', () => {
    const file = newFile()
    const db = new DatabaseSync(file)
    db.exec('PRAGMA user_version = 99')
    db.close()
    expect(() => openDatabase(file)).toThrow(UserError)
    expect(() => openDatabase(file)).toThrow(file)
  })

  it.each([
    ['no archive', () => newFileOf('plums')],
    ['a folder', async () => folder],
    ['in what is no folder', async () => join(import.meta.filename, 'archive.sqlite')],
  ])('refuses a file that is %s, by name', async (_, place) => {
    const file = await place()
    expect(() => openDatabase(file)).toThrow(UserError)
    expect(() => openDatabase(file)).toThrow(`${file} cannot be opened: `)
  })

  it('reopens with every article whole or absent after a kill in the middle of keeping', {
    timeout: 60_000,
  }, async () => {
    const file = newFile()
    const keeping = spawn(process.execPath, [join(import.meta.dirname, 'keep-forever.ts'), file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const told = await killAfter(keeping, 40)
    const archive = openSqliteArchive(openDatabase(file))
    const articles = await Array.fromAsync(archive.articles())
    expect(articles.length).toBeGreaterThanOrEqual(told)
    for (const { version } of articles) {
      expect(version.text).toHaveLength(200_000)
      expect(version.passages).toEqual(linesOf(version.text).passages)
    }
    expect((await archive.keep(story(), linesOf(story().text))).outcome).toBe('added')
    await archive.close()
  })
})

/** Kills a process once it has told of `count` articles kept; how many it told of in the end. */
async function killAfter(keeping: ChildProcess, count: number): Promise<number> {
  let told = 0
  keeping.stdout?.on('data', (dots: Buffer) => {
    told += dots.length
    if (told >= count) keeping.kill('SIGKILL')
  })
  await once(keeping, 'close')
  return told
}
