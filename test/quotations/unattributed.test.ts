import { expect, it } from 'vitest'
import { findQuotations } from '../../src/quotations/find-quotations.ts'

const LEAD =
  'Die Fähre nach Sallow fährt am Montag nicht, weil der Hafen gesperrt bleibt, wie Ida Voss mitteilte.\n'

it('finds the words of a story that is not English, and names nobody', () => {
  const text = `${LEAD}„Wir warten auf ‚besseres Wetter‘ im Hafen“, sagte Voss.`
  const found = findQuotations(text).map(({ start, end, speaker, within }) => ({
    words: text.slice(start, end),
    speaker,
    within,
  }))
  expect(found).toEqual([
    { words: 'Wir warten auf ‚besseres Wetter‘ im Hafen', speaker: null, within: null },
    { words: 'besseres Wetter', speaker: null, within: 1 },
  ])
})

it.each([
  ['a word alone', `${LEAD}Das Schiff heißt „Möwe“.`, 0],
  ['a sentence of one word', `${LEAD}„Nein!“`, 1],
])('counts %s', (_, text, count) => {
  expect(findQuotations(text)).toHaveLength(count)
})

it('names the speaker where the source declares an English story', () => {
  const text = '„We wait for better weather,“ Ida Voss said.'
  expect(findQuotations(text, [], { language: 'en' })[0]?.speaker).toBe('Ida Voss')
  expect(findQuotations(text, [], { language: 'de' })[0]?.speaker).toBeNull()
})
