import { expect, it } from 'vitest'
import { jointMentions } from '../../../src/quotations/people/joint-mentions.ts'
import { annotate } from '../scene/annotated.ts'

function joined(text: string, words: string): string[] {
  const annotated = annotate(text)
  const mention = annotated.mentions.find((one) => one.text === words)
  return mention ? jointMentions(annotated, mention).map((one) => one.text) : []
}

it.each([
  ['before a verb', 'Martha Reed and Peter Voss said so.', 'Peter Voss'],
  ['after one', 'So said Martha Reed and Peter Voss.', 'Martha Reed'],
  ['after “according to”', 'It is late, according to Martha Reed and Peter Voss.', 'Peter Voss'],
  ['as “they” in the next sentence', 'Martha Reed and Peter Voss met. Then they said so.', 'they'],
])('joins two %s', (_, text, words) => {
  expect(joined(text, words)).toEqual(['Martha Reed', 'Peter Voss'])
})

it.each([
  ['objects', 'Al Pine told Martha Reed and Peter Voss so.', 'Peter Voss'],
  ['the subjects of two clauses', 'So said Martha Reed, and Peter Voss left.', 'Peter Voss'],
  ['an object and a subject', 'Al Pine met Martha Reed and Peter Voss said so.', 'Peter Voss'],
])('joins no %s', (_, text, words) => {
  expect(joined(text, words)).toEqual([])
})
