import { expect, it } from 'vitest'
import { wordingOf } from '../../../src/quotations/speakers/pattern-features.ts'
import { predicateOf } from '../../../src/quotations/speakers/predicates.ts'
import { sceneOf } from './scene.ts'

/** The wordings of the mention with these words and the first quotation. */
function wordings(text: string, words: string): string[] {
  const scene = sceneOf(text)
  const [at = 0] = scene.place.values()
  const mention = scene.mentions.find((one) => one.text === words)
  return mention ? wordingOf({ scene, at, mention, predicate: predicateOf(scene, mention), told: [] }) : []
}

it.each([
  ['Quist', 'rule call subject N'],
  ['the plan', 'rule call object N'],
])('says how %s stands to the verb that rules the quotation', (words, expected) => {
  expect(wordings('Later Quist called the plan “daft” and left.', words)).toContain(expected)
})

it('says that no verb rules the quotation', () => {
  expect(wordings('“It leaks,” Quist said.', 'Quist')).toContain('rule none')
})

it('has one shape for verbs of one kind', () => {
  const shapeOf = (verb: string) =>
    wordings(`Later Quist ${verb} that it was “daft” and left.`, 'Quist').find((one) =>
      one.startsWith('shape'),
    )
  expect(shapeOf('said')).toBe('shape < say that N auxiliary')
  expect(shapeOf('wrote')).toBe(shapeOf('said'))
})
