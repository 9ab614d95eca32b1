import { expect, it } from 'vitest'
import { predicateOf } from '../../../src/quotations/scene/predicates.ts'
import { rivalFeatures } from '../../../src/quotations/speakers/rival-features.ts'
import { annotate } from '../scene/annotated.ts'

/** The text’s mentions and how each stands against the others, for the text’s last quotation. */
function rivals(text: string) {
  const annotated = annotate(text)
  const mentions = annotated.mentions.filter(({ modifies }) => !modifies)
  const predicates = mentions.map((mention) => predicateOf(annotated, mention))
  const features = rivalFeatures(annotated, annotated.tags.lastIndexOf('quotation'), { mentions, predicates })
  return mentions.map(({ text }, i) => ({ text, features: features[i] ?? {} }))
}

it.each([
  ['its own verb', 'Voss sat and Quist said the pier was “a miracle of rope.”', 'Quist'],
  ['a participle', 'Quist left the hall, telling everyone it was “a miracle of rope.”', 'Quist'],
  ['a verb with “to”', 'Quist came back to tell us it was “a miracle of rope.”', 'Quist'],
])('finds whose verb rules the quotation: %s', (_, text, expected) => {
  expect(rivals(text).find(({ features }) => features.rules === 2)?.text).toBe(expected)
})

it('binds the subject of a verb of saying more than the subject of another', () => {
  const [quist, voss] = rivals('Quist said Voss had built the pier as a “miracle of rope.”')
  expect(quist?.features.bond).toBeGreaterThan(voss?.features.bond ?? 0)
  expect(quist?.features.strongest).toBe(voss?.features.bond)
})

it('does not bind one who is named in another paragraph', () => {
  expect(rivals('Quist said so.\nThe pier is “a miracle of rope.”')[0]?.features.bond).toBe(0)
})
