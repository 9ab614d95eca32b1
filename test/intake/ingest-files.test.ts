import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TextReader } from '../../src/archive/archive.ts'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { ingestFiles } from '../../src/intake/ingest-files.ts'
import { linesOf } from '../story.ts'
import { folderWith } from './folder.ts'

/** An intake into a new archive, and what its reader was asked to read. */
function intake() {
  const asked: string[] = []
  const read: TextReader = (text) => {
    asked.push(text)
    return linesOf(text)
  }
  return { archive: openSqliteArchive(openDatabase(':memory:')), read, asked, onKept: async () => {} }
}

describe('an intake', () => {
  it('takes in what it can and refuses the rest by name', async () => {
    const folder = await folderWith({
      'a.txt': 'The otter is back.',
      'b.md': '---\nheadline: [\n---\nx',
      'c.md': '---\nembargoUntil: never\n---\nThe otter left.',
      'd.txt': 'The otter is gone.',
    })
    const into = intake()
    const summary = await ingestFiles([folder, join(folder, 'gone.txt')], into)
    expect(summary).toMatchObject({ added: 2, changed: 0, unchanged: 0 })
    expect(summary.refused.map(({ file, field }) => [file, field])).toEqual([
      [join(folder, 'b.md'), 'front matter'],
      [join(folder, 'c.md'), 'embargoUntil'],
      [join(folder, 'gone.txt'), 'file'],
    ])
    const kept = await Array.fromAsync(into.archive.articles())
    expect(kept.map(({ headline }) => headline)).toEqual(['The otter is back.', 'The otter is gone.'])
  })

  it('reads again only what changed', async () => {
    const folder = await folderWith({ 'a.txt': 'The otter is back.', 'b.txt': 'The ferry stands still.' })
    const into = intake()
    await ingestFiles([folder], into)
    await writeFile(join(folder, 'b.txt'), 'The ferry sails again.')
    expect(await ingestFiles([folder], into)).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
    expect(into.asked).toEqual(['The otter is back.', 'The ferry stands still.', 'The ferry sails again.'])
  })

  it('knows a story again whose file was renamed', async () => {
    const folder = await folderWith({ 'a.txt': 'The otter is back.' })
    const into = intake()
    await ingestFiles([folder], into)
    await rename(join(folder, 'a.txt'), join(folder, 'c.txt'))
    expect(await ingestFiles([folder], into)).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  })

  it('reads again a story whose facts or markup changed', async () => {
    const folder = await folderWith({ 'a.md': 'Boats at noon.' })
    const into = intake()
    const versions = [
      'Boats at noon.',
      '---\nheadline: Boats\n---\nBoats at noon.',
      '> Boats at noon.',
      '> Boats at noon.',
    ]
    for (const source of versions) {
      await writeFile(join(folder, 'a.md'), source)
      await ingestFiles([folder], into)
    }
    expect(into.asked).toHaveLength(3)
  })

  it('tells how far it is and what became of each story', async () => {
    const folder = await folderWith({ 'a.txt': 'The otter is back.', 'b.txt': '' })
    const told: unknown[] = []
    await ingestFiles([folder], {
      ...intake(),
      onKept: async ({ outcome, article }) => {
        told.push([outcome, article.headline])
      },
      onProgress: ({ done, total, file }) => told.push([done, total, file]),
    })
    expect(told).toEqual([
      ['added', 'The otter is back.'],
      [1, 2, join(folder, 'a.txt')],
      [2, 2, join(folder, 'b.txt')],
    ])
  })

  it('ends where a story cannot be read, for that is no fault of the file', async () => {
    const folder = await folderWith({ 'a.txt': 'The otter is back.' })
    const read = () => {
      throw new TypeError('no otters')
    }
    await expect(ingestFiles([folder], { ...intake(), read })).rejects.toThrow('no otters')
  })
})
