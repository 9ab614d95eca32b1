import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byCodeUnits, dictionaryOf, rowOf, termAt } from '../../../src/search/segments/dictionary.ts'
import { termsWithin, termsWithPrefix } from '../../../src/search/segments/near-terms.ts'

/** The edit distance by its definition. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length
  const rest = distance(one.slice(1), other.slice(1))
  if (one[0] === other[0]) return rest
  return 1 + Math.min(rest, distance(one.slice(1), other), distance(one, other.slice(1)))
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '語'), maxLength: 5 })
const dictionaries = fc.uniqueArray(words, { maxLength: 40 }).map((some) => some.toSorted(byCodeUnits))

describe('a dictionary', () => {
  it('knows the row of each of its terms, and of no other word', () => {
    fc.assert(
      fc.property(dictionaries, words, (terms, word) => {
        const dictionary = dictionaryOf(terms)
        expect(rowOf(dictionary, word)).toBe(terms.indexOf(word))
        expect(terms.map((_, row) => termAt(dictionary, row))).toEqual(terms)
      }),
    )
  })

  it('finds the terms that a word begins', () => {
    fc.assert(
      fc.property(dictionaries, words, (terms, word) => {
        const wanted = terms.filter((term) => term.startsWith(word) && term !== word)
        expect(termsWithPrefix(dictionaryOf(terms), word)).toEqual(wanted)
      }),
    )
  })

  it('finds the terms within an edit distance, as by its definition', () => {
    fc.assert(
      fc.property(dictionaries, words, fc.nat(3), (terms, word, most) => {
        const wanted = terms.map((term) => [term, distance(word, term)] as const)
        expect([...termsWithin(dictionaryOf(terms), word, most)]).toEqual(
          wanted.filter(([, edits]) => edits <= most),
        )
      }),
      { numRuns: 500 },
    )
  })
})
