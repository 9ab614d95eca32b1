import { expect, it } from 'vitest'
import { findQuotations } from '../../../src/quotations/find-quotations.ts'
import { findRuns } from '../../../src/quotations/marks/runs.ts'
import { isStatedSpeech } from '../../../src/quotations/speech/stated-speech.ts'

const stated = (text: string) => findRuns(text).map((run) => isStatedSpeech(text, run))

it.each([
  ['who said them after a comma', 'It must “keep proper books”, the Tide Panel noted.'],
  ['according to whom', 'It goes “in coats and prams”, according to Voss.'],
  ['to whom it is so', 'To Voss, it is “the new copper”.'],
  ['the verb of a headline', 'Voss Calls Plan For Pier ‘A Disgrace’ In Court\nIt rained.'],
  ['in whose words', 'In the words of Peter Voss, it was “daft”.'],
])('knows words by %s', (_, text) => {
  expect(stated(text)).toEqual([true])
})

it.each([
  ['of a title before a verb', 'The “hot list”, as it is known, is long.'],
  ['in a first paragraph', 'The poet Peter Voss read a new work, “Weir”, in Sallow.\nIt rained.'],
  ['in a headline without a verb of saying', 'Voss Opens ‘The Rope Museum’ In Sallow\nIt rained.'],
  ['of nobody', 'They wrote “gone”.'],
])('leaves words %s', (_, text) => {
  expect(stated(text)).toEqual([false])
})

it.each([
  ['To Voss, it is “the new copper”.', 'Peter Voss'],
  ['For Quist, it was “a miracle”.', 'Ida Quist'],
  ['In the words of one baker, Al Reed: “If it is soft, it walks.”', 'Al Reed'],
  ['It must “keep proper books”, the Tide Panel noted.', 'Tide Panel'],
])('gives them to whom they are of: %s', (text, speaker) => {
  const story = `Mayor Ida Quist met Peter Voss, the harbour master, on Tuesday.\n${text}`
  expect(findQuotations(story)[0]?.speaker).toBe(speaker)
})
