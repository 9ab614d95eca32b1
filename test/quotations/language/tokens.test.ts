import { expect, it } from 'vitest'
import { tokenize } from '../../../src/quotations/language/tokens.ts'

const words = (text: string) => tokenize(text).map((token) => token.text)

it.each([
  ['a possessive ending stands alone', 'Quist’s boat', ['Quist', '’s', 'boat']],
  ['so does the bare one of a plural', 'the gulls’ nest', ['the', 'gulls', '’', 'nest']],
  ['an abbreviated title keeps its stop', 'Sen. Quist spoke.', ['Sen.', 'Quist', 'spoke', '.']],
  ['initials keep theirs', 'J. D. Quist', ['J.', 'D.', 'Quist']],
  ['contractions and Irish names are one word', 'O’Dell don’t', ['O’Dell', 'don’t']],
  ['numbers keep their commas and points', '2,000 or 5.5', ['2,000', 'or', '5.5']],
  ['a handle is one word', '@quist: hello', ['@quist', ':', 'hello']],
  ['characters that nobody sees are gaps', 'a\u200bb', ['a', 'b']],
])('%s', (_, text, expected) => {
  expect(words(text)).toEqual(expected)
})

it('gives offsets in the whole text', () => {
  const text = 'The mayor sighed.'
  const [token] = tokenize(text, { start: 4, end: 9 })
  expect(token).toMatchObject({ start: 4, end: 9, text: 'mayor', lower: 'mayor', kind: 'word' })
})
