import { describe, expect, it } from 'vitest'
import { joinParagraphs } from '../../../src/intake/markup/text-blocks.ts'

const POST = ['Boats at noon.', 'Sorry.', '— Ferry (@Ferry) March 3, 2026']

describe('the text of paragraphs', () => {
  it('is one paragraph a line, white space as a page shows it', () => {
    expect(
      joinParagraphs([
        { kind: 'heading', lines: [' The \u2028 otter '] },
        { kind: 'paragraph', lines: [' \n '] },
        { kind: 'paragraph', lines: ['It is\n  back.\u00a0'] },
      ]),
    ).toEqual({
      text: 'The otter\nIt is back.',
      blocks: [{ start: 0, end: 9, kind: 'heading', post: null }],
    })
  })

  it('lets the lines of a post stand, and takes a quotation that is one for it', () => {
    const { text, blocks } = joinParagraphs([
      { kind: 'paragraph', lines: ['@all of Marlow heard it.'] },
      { kind: 'block quotation', lines: [POST.join('\n')] },
    ])
    expect(blocks).toMatchObject([{ kind: 'post', post: { account: '@Ferry' } }])
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([POST.join('\n')])
  })

  it('tells posts apart that stand in one quotation', () => {
    const { blocks } = joinParagraphs([{ kind: 'block quotation', lines: [...POST, ...POST] }])
    expect(blocks.map(({ kind }) => kind)).toEqual(['post', 'post'])
  })

  it('holds any number of lines', () => {
    const lines = Array<string>(130_000).fill('otter')
    const { text } = joinParagraphs([
      { kind: 'paragraph', lines: ['ferry'] },
      { kind: 'paragraph', lines },
    ])
    expect(text.length).toBe(130_001 * 6 - 1)
  })
})
