import { expect, it } from 'vitest'
import { isEnglish } from '../../../src/quotations/language/read-language.ts'

const GERMAN = 'Die Fähre nach Sallow fährt am Montag nicht, weil der Hafen bis zum Abend gesperrt bleibt.'
const ENGLISH =
  'The ferry to Sallow will not sail on Monday because the harbour stays closed until the evening.'

it.each([
  ['German', GERMAN, undefined, false],
  ['English', ENGLISH, undefined, true],
  ['a few English words', 'Voss left.', undefined, true],
  ['a few words of another script', '渡轮晚了。', undefined, false],
  ['what its source declares German', ENGLISH, 'de-CH', false],
  ['what its source declares English', GERMAN, 'en_GB', true],
  ['what has no language tag', ENGLISH, 'x', true],
  ['no letters', '12:30 – 14:00', undefined, true],
])('reads %s', (_, text, declared, expected) => {
  expect(isEnglish(text, declared)).toBe(expected)
})

it('takes names from elsewhere for no other language', () => {
  const text =
    'Tollefsen and Halvorsen of Bjørnvik met Lindqvist, Skarsgård and Østergaard in Ålesund on Friday.'
  expect(isEnglish(text, undefined)).toBe(true)
})
