import { expect, it } from 'vitest'
import { findQuotations } from '../../../src/quotations/find-quotations.ts'
import { findRuns } from '../../../src/quotations/marks/runs.ts'
import { isInscription } from '../../../src/quotations/speech/inscriptions.ts'

const inscribed = (text: string) => findRuns(text).map((run) => isInscription(text, run))

it.each([
  ['a banner reads', 'Children carried a banner that read “SAVE OUR PIER”.'],
  ['a sign says', 'A sign on the office door says “Mind the wet rope”.'],
  ['a placard bears', 'One woman held a placard with the words “Burn the plans”.'],
  ['a slogan is', 'The ferry has dropped its slogan “There by Tuesday”.'],
  ['a motto has been', 'The yard’s motto since 1951 has been “Rope before rest”.'],
  ['a proverb says', '“A watched tide never turns,” as the saying goes.'],
  ['a nickname is', 'He goes by the name “Lanky.”'],
  ['a dated title is', 'Your report (“What the town thinks”, Jan. 10) omitted the smell.'],
  ['nobody says', '“Cheers,” said nobody.'],
])('knows what %s', (_, text) => {
  expect(inscribed(text)).toEqual([true])
})

it.each([
  ['somebody with a banner', 'Voss, holding a banner, said: “We shall march on.”'],
  ['somebody under a sign', 'Under the sign, Voss said “We shall not move.”'],
  ['a sign maker', 'The sign maker said: “We shall march on.”'],
  ['somebody about a slogan', 'Voss called the slogan “a sad joke.”'],
  ['somebody about a headline', 'Voss said the headline was “wrong from end to end.”'],
  ['somebody in brackets', 'The pier (“a heap of rope”, Voss said) is old.'],
])('leaves the words of %s', (_, text) => {
  expect(inscribed(text)).toEqual([false])
})

it('gives the words on a thing to nobody', () => {
  const text = 'Ida Voss met the children. They carried a banner that read “SAVE OUR PIER NOW PLEASE”.'
  expect(findQuotations(text).map(({ speaker }) => speaker)).toEqual([null])
})
