import { describe, expect, it } from 'vitest'
import type { Citation } from '../../src/archive/article.ts'
import { PAGE_SIZE, pageOf } from '../../src/replies/pages.ts'
import type { Node, Reply } from '../../src/replies/reply.ts'

const citation = { headline: 'Ferry stays in harbour' } as Citation
const item = (number: number | null): Node[] => [
  { kind: 'passage', number, words: { text: `Passage ${number}`, highlights: [] } },
  { kind: 'citation', citation, alsoIn: [] },
]
const heading: Node = { kind: 'heading', text: 'Passages' }
const note: Node = { kind: 'note', tone: 'aside', text: 'Searched 4 articles.' }
const numbers = (reply: Reply) => reply.flatMap((node) => ('number' in node ? [node.number] : []))
const reply = (count: number): Reply => [
  heading,
  ...Array.from({ length: count }, (_, i) => item(i + 1)).flat(),
  note,
]

describe('a page of a reply', () => {
  it.each([
    [7, 0, [1, 2, 3], 3],
    [7, 1, [4, 5, 6], 3],
    [7, 2, [7], 3],
    [7, 9, [7], 3],
    [3, 0, [1, 2, 3], 1],
  ])('of %i items, number %i', (count, page, shown, pages) => {
    const found = pageOf(reply(count), page)
    expect([numbers(found.reply), found.pages]).toEqual([shown, pages])
    expect(found.reply.at(0)).toEqual(heading)
    expect(found.reply.at(-1)).toEqual(note)
  })

  it('keeps each item with its citation', () => {
    expect(pageOf(reply(7), 1).reply).toHaveLength(2 + 2 * PAGE_SIZE)
  })

  it('is the whole where nothing is numbered', () => {
    const whole = [heading, ...item(null), ...item(null), note]
    expect(pageOf(whole, 0)).toEqual({ reply: whole, page: 0, pages: 1 })
  })
})
