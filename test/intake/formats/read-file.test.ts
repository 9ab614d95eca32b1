import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Story } from '../../../src/archive/article.ts'
import { findPassages } from '../../../src/archive/passages.ts'
import { Refusal } from '../../../src/errors.ts'
import { readText } from '../../../src/intake/formats/plain-text.ts'
import { readStories } from '../../../src/intake/formats/read-file.ts'
import { buildStory } from '../../../src/intake/model/build-story.ts'
import { folderWith } from '../folder.ts'

const firstOf = async (file: string) => (await readStories(file))[0] as Story
const readOnly = async (name: string, content: string | Uint8Array) =>
  firstOf(join(await folderWith({ [name]: content }), name))

describe('a plain text', () => {
  it('is kept as it came, with a headline of its own words and nothing made up', async () => {
    const text = '\ufeffThe otter is back. It sleeps.\r\n\r\n.png)\r\nSo do we.\u2028'
    const story = await readOnly('otter.txt', text)
    expect(story).toEqual({
      headline: 'The otter is back.',
      headlineFrom: 'first sentence',
      outlet: null,
      authors: [],
      publishedAt: null,
      updatedAt: null,
      url: null,
      section: null,
      status: 'usable',
      embargoUntil: null,
      correction: null,
      text,
      blocks: [],
      source: null,
      keys: [expect.stringMatching(/^file:\/.*otter\.txt$/u)],
    })
  })

  it('takes its headline from the first paragraph that is no post', async () => {
    const story = await readOnly('otter.txt', 'Boats!\n— Ferry (@Ferry) March 3, 2026\nThe otter is back.')
    expect(story.headline).toBe('The otter is back.')
  })
})

it('Markdown and pages keep their source beside the text', async () => {
  const source = '---\nheadline: Otter\nurl: https://courier.example/otter#top\n---\nThe *otter* is back.\n'
  expect(await readOnly('otter.md', source)).toMatchObject({
    headline: 'Otter',
    headlineFrom: 'source',
    text: 'The otter is back.',
    source,
    keys: ['url:https://courier.example/otter', expect.stringMatching(/^file:/u)],
  })
  const page = '<html><title>Otter</title><body><p>The otter is back in the engine room.</p></body></html>'
  expect(await readOnly('OTTER.HTML', page)).toMatchObject({ headline: 'Otter', source: page })
})

it('a link and its file are one story', async () => {
  const folder = await folderWith({ 'otter.txt': 'The otter is back.' })
  await symlink(join(folder, 'otter.txt'), join(folder, 'link.txt'))
  const [file, link] = await Promise.all(['otter.txt', 'link.txt'].map((name) => firstOf(join(folder, name))))
  expect(link?.keys).toEqual(file?.keys)
})

describe('a file is refused', () => {
  it.each([
    ['otter.html', Buffer.from('<meta charset="utf-8"><p>Caf\xe9</p>', 'latin1'), 'encoding', 'is not utf-8'],
    ['otter.xml', '<?xml version="1.0" encoding="otter-7"?><nitf/>', 'encoding', 'is not otter-7'],
    ['otter.txt', 'O\0t\0t\0', 'encoding', 'NUL'],
    ['otter.txt', '', 'text', 'no words'],
    ['otter.txt', ' \n.png)\nAdvertisement\n', 'text', 'no words'],
    ['otter.md', '---\nheadline: Otter\n---\n![](otter.png)\n', 'text', 'no words'],
    ['otter.html', '<html><body></body></html>', 'text', 'no words'],
    ['otter.md', '---\nembargoUntil: 2026-13-45\n---\nThe otter.', 'embargoUntil', '"2026-13-45"'],
    ['otter.md', '---\n: :\n- x\n---\nThe otter.', 'front matter', ''],
    ['otter.pdf', '%PDF', 'type', '.txt'],
    ['otter', 'The otter.', 'type', '.md'],
  ])('%s that holds %j, for its %s', async (name, content, field, reason) => {
    await expect(readOnly(name, content)).rejects.toThrow(
      expect.objectContaining({ name: 'Refusal', field, file: expect.stringMatching(name) }),
    )
    await expect(readOnly(name, content)).rejects.toThrow(reason)
  })

  it('where it is over 50 MB', async () => {
    await expect(readOnly('otter.txt', new Uint8Array(50_000_001))).rejects.toThrow(
      'size: 50.0 MB is more than 50 MB',
    )
  })

  it('where it is not there, or is no file', async () => {
    const folder = await folderWith({})
    await mkdir(join(folder, 'otter.md'))
    await expect(firstOf(join(folder, 'gone.txt'))).rejects.toThrow('gone.txt: file: is not there')
    await expect(firstOf(join(folder, 'otter.md'))).rejects.toThrow('otter.md: file: is a folder')
  })
})

it('any text is a story with passages, or is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      try {
        const story = buildStory(readText(text), { file: 'otter.txt', from: 'file:/otter.txt' })
        expect(Story.parse(story).text).toBe(text)
        expect(findPassages(story.text, story.blocks)).not.toEqual([])
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
  )
})
