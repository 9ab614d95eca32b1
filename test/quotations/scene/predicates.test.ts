import { expect, it } from 'vitest'
import { predicateOf } from '../../../src/quotations/scene/predicates.ts'
import { annotate } from './annotated.ts'

/** The verb that the first mention is the subject of, and what was read over to reach it. */
function verbOf(text: string) {
  const annotated = annotate(text)
  const [first] = annotated.mentions
  const found = first && predicateOf(annotated, first)
  return found && [annotated.words[found.at]?.text, found.over]
}

it.each([
  ['right after it', 'Quist said so.', ['said', 'nothing']],
  ['after an adverb', 'Quist later added this.', ['added', 'nothing']],
  ['over an apposition', 'Quist, the tired mayor, said so.', ['said', 'apposition']],
  ['over brackets', 'Quist (of Port Sallow) said so.', ['said', 'apposition']],
  ['over what it belongs to', 'Quist of the harbour office said so.', ['said', 'phrase']],
  ['that can be a noun, too', 'Pilots report that it leaks.', ['report', 'nothing']],
  ['over another subject', 'Quist and Voss said so.', ['said', 'another']],
])('finds the verb of a mention %s', (_, text, expected) => {
  expect(verbOf(text)).toEqual(expected)
})

it('finds none where the sentence has none', () => {
  expect(verbOf('Quist, at last.\nVoss said so.')).toBeUndefined()
})

it('knows what is done to somebody', () => {
  const annotated = annotate('Quist was asked twice.')
  const [first] = annotated.mentions
  expect(first && predicateOf(annotated, first)).toMatchObject({ passive: true })
})
