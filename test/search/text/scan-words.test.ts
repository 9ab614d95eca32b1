import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanWords } from '../../../src/search/text/scan-words.ts'

/** The words as one pattern has them that reads every letter. */
const WORD =
  /\p{N}+(?:[.,]\p{N}+)*\p{L}*|(?:\p{L}\.){2,}\p{L}?|[\p{L}\p{N}][\p{L}\p{M}\p{N}\0\u00ad\u200c-\u200d\u2060\ufeff]*(?:['’‘ʼ`´][\p{L}\p{M}\p{N}]+)*/gu

const wordsIn = (text: string) => {
  const found: string[] = []
  scanWords(text, (start, end) => found.push(`${start} ${text.slice(start, end)}`))
  return found
}

const PARTS = ['a', 'Bc', 'gulls', '7', '.', ',', ' ', '’s', '’', 'ʼ', '`', '\0', '\u00ad', 'é', 'e\u0301']
const MORE = [
  'U.S.',
  '1,000.5th',
  '日本',
  'ไทย',
  '𝒜',
  '\ud800',
  '-',
  '“',
  '—',
  '\u2060',
  '５',
  '3.5',
  'o’clock',
]

describe('the words of a text', () => {
  it.each([
    ['The gulls’ nest, isn’t it?', ['0 The', '4 gulls', '11 nest', '17 isn’t', '23 it']],
    ['In the U.S. 1,200 of 3.5m', ['0 In', '3 the', '7 U.S.', '12 1,200', '18 of', '21 3.5m']],
    ['No. A café', ['0 No', '4 A', '6 café']],
  ])('are found where they stand: %j', (text, words) => expect(wordsIn(text)).toEqual(words))

  it('are the same letter by letter as by the pattern, in any text', () => {
    const part = fc.constantFrom(...PARTS, ...MORE)
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        const expected = [...text.matchAll(WORD)].map(({ 0: word, index }) => `${index} ${word}`)
        expect(wordsIn(text)).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })
})
