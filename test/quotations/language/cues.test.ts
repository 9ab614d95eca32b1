import { expect, it } from 'vitest'
import { cueOf } from '../../../src/quotations/language/cues.ts'

it.each([
  ['said', 'say', 'past'],
  ['tells', 'tell', 'present'],
  ['quipping', 'quip', 'ing'],
  ['denied', 'deny', 'past'],
  ['written', 'write', 'participle'],
  ['praised', 'praise', 'past'],
  ['admitting', 'admit', 'ing'],
])('"%s" is a form of "%s"', (word, lemma, form) => {
  expect(cueOf(word)).toMatchObject({ lemma, form })
})

it('knows no cue in a word that attributes nothing', () => {
  expect(cueOf('harbour')).toBeUndefined()
})
