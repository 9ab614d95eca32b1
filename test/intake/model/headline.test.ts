import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headlineFrom } from '../../../src/intake/model/headline.ts'

describe('a headline from the text', () => {
  it.each([
    ['The otter is back. It sleeps.', 'The otter is back.'],
    [
      '“Who let it in?” asked Mr. Quill of the U.S. Coast Guard. Nobody knew.',
      '“Who let it in?” asked Mr. Quill of the U.S. Coast Guard.',
    ],
    ['Gov. J. T. Marsh said no. Twice.', 'Gov. J. T. Marsh said no.'],
    ['… The otter is back. It sleeps.', '… The otter is back.'],
    ['The otter is back', 'The otter is back'],
    ['The  otter\tis back', 'The otter is back'],
  ])('is the first sentence of %j', (paragraph, headline) => {
    expect(headlineFrom(paragraph)).toBe(headline)
  })

  it('ends with a whole word where the sentence is long', () => {
    const sentence = `The otter${' that came up the river'.repeat(9)} is back.`
    const headline = headlineFrom(sentence)
    expect(headline.length).toBeLessThanOrEqual(101)
    expect(headline).toMatch(/(?:otter|that|came|up|the|river)…$/u)
    expect(sentence.startsWith(headline.slice(0, -1))).toBe(true)
  })

  it('is short and well-formed for any paragraph', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), (words) => {
        const headline = headlineFrom(`x${words}`)
        expect(headline.length).toBeGreaterThan(0)
        expect(headline.length).toBeLessThanOrEqual(101)
      }),
    )
  })
})
