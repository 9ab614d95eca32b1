import { expect, it } from 'vitest'
import { predicateOf } from '../../../src/quotations/scene/predicates.ts'
import { patternsOf } from '../../../src/quotations/speakers/pattern-features.ts'
import { annotate } from '../scene/annotated.ts'

/** The patterns of the mention with these words and the first quotation. */
function patternsAt(text: string, words: string): string[] {
  const annotated = annotate(text)
  const [at = 0] = annotated.wordOfRun.values()
  const mention = annotated.mentions.find((one) => one.text === words)
  return mention ? patternsOf({ annotated, at, mention, predicate: predicateOf(annotated, mention) }) : []
}

it.each([
  ['Quist', 'rule call subject N'],
  ['the plan', 'rule call object N'],
])('says how %s stands to the verb that rules the quotation', (words, expected) => {
  expect(patternsAt('Later Quist called the plan “daft” and left.', words)).toContain(expected)
})

it('says that no verb rules the quotation', () => {
  expect(patternsAt('“It leaks,” Quist said.', 'Quist')).toContain('rule none')
})

it('has one shape for verbs of one kind', () => {
  const shapeOf = (verb: string) =>
    patternsAt(`Later Quist ${verb} that it was “daft” and left.`, 'Quist').find((one) =>
      one.startsWith('shape'),
    )
  expect(shapeOf('said')).toBe('shape < say that N auxiliary')
  expect(shapeOf('wrote')).toBe(shapeOf('said'))
})
