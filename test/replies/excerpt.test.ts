import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt } from '../../src/replies/excerpt.ts'

const plain = (text: string, limit: number) => excerpt({ text, highlights: [] }, limit)

describe('an excerpt', () => {
  it('is the whole where that fits', () => {
    expect(plain('We say please.', 14)).toEqual({
      text: 'We say please.',
      highlights: [],
      before: false,
      after: false,
    })
  })

  it('ends after a whole word', () => {
    expect(plain('We say please to the sea.', 12)).toMatchObject({
      text: 'We say',
      before: false,
      after: true,
    })
  })

  it('is around what is highlighted', () => {
    const text = 'The ferry stays in harbour until the wind drops, she said.'
    const found = excerpt({ text, highlights: [[27, 32]] }, 24)
    expect(found).toEqual({
      text: 'harbour until the wind',
      highlights: [[8, 13]],
      before: true,
      after: true,
    })
  })

  it('begins with the first highlighted word where they are far apart', () => {
    const text = `please ${'and thank you '.repeat(20)}please`
    expect(
      excerpt(
        {
          text,
          highlights: [
            [0, 6],
            [287, 293],
          ],
        },
        20,
      ),
    ).toMatchObject({
      text: 'please and thank you',
      highlights: [[0, 6]],
    })
  })

  it('is a slice within the limit, in whole characters, with its highlights in it, of any text', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.integer({ min: 2, max: 40 }), (text, a, b, limit) => {
        const [start, end] = [a % text.length, b % text.length].toSorted((x, y) => x - y) as [number, number]
        const found = excerpt({ text, highlights: start < end ? [[start, end]] : [] }, limit)
        expect(text).toContain(found.text)
        expect(found.text.length).toBeLessThanOrEqual(limit)
        expect(found.text).not.toBe('')
        if (text.isWellFormed()) expect(found.text.isWellFormed()).toBe(true)
        for (const [from, to] of found.highlights) {
          expect(from).toBeLessThan(to)
          expect(text.slice(start, end)).toContain(found.text.slice(from, to))
        }
      }),
      { numRuns: 2000 },
    )
  })
})
