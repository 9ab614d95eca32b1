import { expect, it } from 'vitest'
import { findRuns } from '../../../src/quotations/marks/runs.ts'
import { findSpeech } from '../../../src/quotations/speech/is-speech.ts'
import { isProperName } from '../../../src/quotations/speech/proper-names.ts'

const named = (text: string) => findRuns(text).map((run) => isProperName(text, run))

it.each([
  ['a nickname before the last name', 'The skipper, Martha “Tide” Quist, nodded.'],
  ['a nickname after an initial', 'Del. Peter C. "Big Pete" Voss threw open the gate.'],
  ['a nickname in brackets', 'Martha (“Tide”) Quist nodded.'],
  ['a film', 'Voss was in the film “Rope.”'],
  ['a book after a comma', 'Voss signed copies of his book, “The Art of the Knot.”'],
])('takes %s for a name', (_, text) => {
  expect(named(text)).toEqual([true])
})

it.each([
  ['a word that somebody shouts', 'Martha “Wrong,” Voss shouted.'],
  ['a verdict on a film', 'Voss called the film “daft from end to end.”'],
  ['a sentence after a song', 'After the song, “Nobody moved at all,” Voss said.'],
  ['words after a first name and before a verb', 'To Martha “No” Said the sign.'],
])('leaves %s', (_, text) => {
  expect(named(text)).toEqual([false])
})

it('does not find a nickname as speech', () => {
  const text = 'State Del. Martha “Tide” Quist shouted to the crowd: “Come in, all of you.”'
  const found = findSpeech(text, findRuns(text)).map(({ start, end }) => text.slice(start, end))
  expect(found).toEqual(['Come in, all of you.'])
})
