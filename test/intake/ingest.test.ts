import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Archive, Kept } from '../../src/archive/archive.ts'
import type { Article, Reading, Story } from '../../src/archive/article.ts'
import { findPassages } from '../../src/archive/passages.ts'
import { ingest } from '../../src/intake/ingest.ts'
import { folderWith } from './folder.ts'

/** An archive of one version an article, in memory: as much of the port as an intake asks for. */
function shelf() {
  const articles: (Article & { keys: string[] })[] = []
  const known = (story: Story) => articles.find(({ keys }) => keys.some((key) => story.keys.includes(key)))
  const locate = async (story: Story) =>
    known(story) ?? articles.find(({ version }) => version.text === story.text) ?? null
  const keep = async (story: Story, reading: Reading): Promise<Kept> => {
    const before = await locate(story)
    const { text, blocks: _, source: __, keys, ...facts } = story
    const number = (before?.version.number ?? 0) + 1
    const article = {
      ...facts,
      id: before?.id ?? text,
      keys,
      version: { ...reading, number, savedAt: '', text },
    }
    if (before?.version.text === text) return { outcome: 'unchanged', article: before }
    articles.splice(before ? articles.findIndex(({ id }) => id === before.id) : articles.length, 1, article)
    return { outcome: before ? 'changed' : 'added', article }
  }
  return { archive: { locate, keep } as Archive, articles }
}

/** A reader of stories that notes which it was asked for. */
function reader() {
  const asked: string[] = []
  const read = ({ headline, text, blocks }: Story): Reading => {
    asked.push(headline)
    return { passages: findPassages(text, blocks), quotations: [] }
  }
  return { read, asked }
}

describe('an intake', () => {
  it('takes in what it can and refuses the rest by name', async () => {
    const folder = await folderWith({
      'a.txt': 'The otter is back.',
      'b.md': '---\nheadline: [\n---\nx',
      'c.md': '---\npublishedAt: never\n---\nThe otter left.',
      'd.txt': 'The otter is gone.',
    })
    const { archive, articles } = shelf()
    const summary = await ingest([folder, join(folder, 'gone.txt')], { archive, read: reader().read })
    expect(summary).toMatchObject({ added: 2, changed: 0, unchanged: 0 })
    expect(summary.refused.map(({ file, field }) => [file, field])).toEqual([
      [join(folder, 'b.md'), 'front matter'],
      [join(folder, 'c.md'), 'publishedAt'],
      [join(folder, 'gone.txt'), 'file'],
    ])
    expect(articles.map(({ headline }) => headline)).toEqual(['The otter is back.', 'The otter is gone.'])
  })

  it('reads again only what changed', async () => {
    const folder = await folderWith({ 'a.txt': 'The otter is back.', 'b.txt': 'The ferry stands still.' })
    const { archive } = shelf()
    const { read, asked } = reader()
    await ingest([folder], { archive, read })
    await writeFile(join(folder, 'b.txt'), 'The ferry sails again.')
    await rename(join(folder, 'a.txt'), join(folder, 'c.txt'))
    expect(await ingest([folder], { archive, read })).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
    expect(asked).toEqual(['The otter is back.', 'The ferry stands still.', 'The ferry sails again.'])
  })

  it('reads again a story whose facts or markup changed', async () => {
    const folder = await folderWith({ 'a.md': 'Boats at noon.' })
    const { archive } = shelf()
    const { read, asked } = reader()
    const versions = [
      'Boats at noon.',
      '---\nheadline: Boats\n---\nBoats at noon.',
      '> Boats at noon.',
      '> Boats at noon.',
    ]
    for (const source of versions) {
      await writeFile(join(folder, 'a.md'), source)
      await ingest([folder], { archive, read })
    }
    expect(asked).toEqual(['Boats at noon.', 'Boats', 'Boats at noon.', 'Boats at noon.'])
  })

  it('tells how far it is and what became of each story', async () => {
    const folder = await folderWith({ 'a.txt': 'The otter is back.', 'b.txt': '' })
    const told: unknown[] = []
    await ingest([folder], {
      archive: shelf().archive,
      read: reader().read,
      onArticle: ({ outcome, article }) => told.push([outcome, article.headline]),
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
    await expect(ingest([folder], { archive: shelf().archive, read })).rejects.toThrow('no otters')
  })
})
