import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { terms, tokens } from '../../../src/search/text/tokenize.ts'

const words = (text: string) => tokens(text).map(({ word }) => word)
const termsOf = (text: string) => tokens(text).map(({ term }) => term)

describe('tokens', () => {
  it.each([
    ['Señor Ångström', 'senor angstrom'],
    ['Lindqvist’s gulls', "lindqvist's gulls"],
    ['The mayors’ chains', 'the mayors chains'],
    ['don’t', "don't"],
    ['O’Dell', "O'Dell"],
    ['2,000 crates', '2000 crates'],
    ['Washington, D.C., today', 'washington dc today'],
    ['the U.S. fleet', 'the US fleet'],
    ['“Fake” ‘news’', 'fake news'],
    ['FERRY', 'ferry'],
  ])('reads %j as %j', (one, other) => expect(words(one)).toEqual(words(other)))

  it.each([
    ['deported', 'deporting'],
    ['gave', 'given'],
    ['deep', 'depth'],
    ['women', 'woman'],
    ['please', 'PLEASE'],
    ['cities', 'city'],
  ])('finds %j by %j', (one, other) => expect(termsOf(one)).toEqual(termsOf(other)))

  it('keeps decimals apart from whole numbers', () => expect(words('26.3')).not.toEqual(words('263')))

  it.each([
    ['told us', true],
    ['the US', false],
    ['the U.S.', false],
    ['TOLD US', true],
  ])('takes the last word of %j for a stop word: %j', (text, stop) =>
    expect(tokens(text).at(-1)?.stop).toBe(stop),
  )

  it('gives spans that are slices of the text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let from = 0
        for (const { start, end, word } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          expect(words(text.slice(start, end))).toContain(word)
          from = end
        }
        expect(from).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('terms', () => {
  it('has a compound in one word beside its halves', () =>
    expect(terms('hard-core')).toEqual([...terms('hard core'), ...terms('hardcore')]))

  it('agree between an indexed text and a question that repeats it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const indexed = new Set(terms(text))
        for (const { term } of tokens(text)) expect(indexed).toContain(term)
      }),
    )
  })

  it('do not depend on case or on the shape of apostrophes', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdeéilnorstuy’ -') })
    fc.assert(
      fc.property(letters, (text) => {
        expect(terms(text.toUpperCase())).toEqual(terms(text))
        expect(terms(text.replaceAll('’', "'"))).toEqual(terms(text))
      }),
    )
  })
})
