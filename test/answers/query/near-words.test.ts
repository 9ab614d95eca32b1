import { expect, it } from 'vitest'
import { closenessOf, nearWordsOf } from '../../../src/answers/query/near-words.ts'
import { termOf } from '../../../src/search/text/tokenize.ts'

const isNear = (word: string, other: string) =>
  nearWordsOf(termOf(word)).some(({ term }) => term === termOf(other))

it.each([
  ['lawyer', 'attorney'],
  ['hatred', 'hate'],
  ['abduction', 'kidnapping'],
  ['silly', 'ridiculous'],
])('%s is near %s', (word, other) => expect(isNear(word, other)).toBe(true))

it('has no near words for names, and none for what it does not know', () => {
  expect(nearWordsOf(termOf('okafor'))).toEqual([])
  expect(nearWordsOf('zeppelinish')).toEqual([])
})

it('takes synonyms for closer than what is only more general', () => {
  expect(closenessOf({ term: '', cosine: 0.2, relation: 1 })).toBe(0.8)
  expect(closenessOf({ term: '', cosine: 0.2, relation: 0.5 })).toBe(0.45)
  expect(closenessOf({ term: '', cosine: 0.7, relation: 0 })).toBeCloseTo(0.49)
})
