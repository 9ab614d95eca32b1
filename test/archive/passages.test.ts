import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/archive/article.ts'
import { findPosts } from '../../src/archive/embedded-posts.ts'
import { findPassages } from '../../src/archive/passages.ts'

const passagesOf = (text: string, blocks: Block[] = []) =>
  findPassages(text, blocks).map(({ ordinal, kind, start, end }) => [ordinal, kind, text.slice(start, end)])

const block = (text: string, words: string, kind: Block['kind']): Block => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, kind, post: null }
}

describe('passages', () => {
  it('are lines, numbered from 1, without the white space around them', () => {
    expect(passagesOf('\ufeffThe otter is back.\r\n\r\n \u00a0 It sleeps.\t\nSo do we.')).toEqual([
      [1, 'paragraph', 'The otter is back.'],
      [2, 'paragraph', 'It sleeps.'],
      [3, 'paragraph', 'So do we.'],
    ])
  })

  it('take a block as one, over all its lines', () => {
    const text = 'The letter\nDear Otto,\n\nplease come back.\nHe did.'
    const blocks = [
      block(text, 'The letter', 'heading'),
      block(text, 'Dear Otto,\n\nplease come back.', 'block quotation'),
    ]
    expect(passagesOf(text, blocks)).toEqual([
      [1, 'heading', 'The letter'],
      [2, 'block quotation', 'Dear Otto,\n\nplease come back.'],
      [3, 'paragraph', 'He did.'],
    ])
  })

  it('carry the post that they are', () => {
    const text = 'Boats at noon. pic.twitter.com/aB3\n— Marlow Ferry (@MarlowFerry) March 3, 2026'
    expect(findPassages(text, findPosts(text))).toMatchObject([
      { ordinal: 1, kind: 'post', start: 0, end: text.length, post: { account: '@MarlowFerry' } },
    ])
  })

  it.each([
    '.png)',
    '.png)“',
    'otter-final_2.JPG',
    '![The otter](https://marlow.example/otter.png)',
    'pic.twitter.com/aB3dE5',
    'https://marlow.example/otter',
    'https://t.co/a pic.twitter.com/b',
    'Photo:',
    '(Image credit: )',
    'Rosa Quill via Getty Images.',
    'Rosa Quill/AP Photo',
    'Getty.',
    'ADVERTISEMENT',
    'Story continues below advertisement',
    'Related:',
    'Share on Facebook | Tweet | Email',
    'X',
    '* * *',
    '___.',
    '“”',
  ])('leave out %j', (line) => {
    expect(passagesOf(`The otter is back.\n${line}\nIt sleeps.`)).toHaveLength(2)
  })

  it.each([
    'No.',
    '“Share,” she said.',
    'Print is not dead.',
    'He posted a link on Facebook.',
    'The suit was brought by Getty Images.',
    'It was shot by Reuters.',
    'The file was called otter.png, and it was gone.',
    'See https://marlow.example/otter for the list.',
    '1,204',
    `${'http://'.repeat(50)} was no address`,
    'Read more books, said Rosa Quill.',
    'Вниз по реке',
  ])('keep %j', (line) => {
    expect(passagesOf(line)).toEqual([[1, 'paragraph', line]])
  })

  it('are slices in order that never overlap, in any text', () => {
    const line = fc.constantFrom(
      '.png)',
      'Boats.',
      '— Ferry (@Ferry) March 3, 2026',
      '',
      '\u2028',
      'x\r',
      '\ufeff ',
    )
    const lines = fc
      .array(fc.oneof(line, fc.string({ unit: 'binary', maxLength: 20 })))
      .map((all) => all.join('\n'))
    fc.assert(
      fc.property(lines, (text) => {
        let end = 0
        for (const [index, passage] of findPassages(text, findPosts(text)).entries()) {
          expect(passage.ordinal).toBe(index + 1)
          expect(passage.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(passage.start, passage.end).trim()).not.toBe('')
          expect(text.slice(passage.start, passage.end)).toBe(text.slice(passage.start, passage.end).trim())
          end = passage.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
