import { expect, it } from 'vitest'
import { partyAndState, titleInFull } from '../../../src/quotations/people/abbreviated-titles.ts'
import { officeHolder } from '../../../src/quotations/people/office-accounts.ts'
import { sceneOf } from '../speakers/scene.ts'

it('knows whose an office’s account is, when one person alone holds the office', () => {
  const { cast } = sceneOf('President Odile Garrick spoke. Peter Voss left.')
  expect(officeHolder(cast, '@POTUS')?.name).toBe('Odile Garrick')
})

it('does not choose between two holders', () => {
  const { cast } = sceneOf('President Odile Garrick met President Peter Voss.')
  expect(officeHolder(cast, '@POTUS')).toBeUndefined()
})

it('says titles in full', () => {
  expect(titleInFull('gov.')).toEqual(['gov.', 'governor'])
})

it.each([
  ['r-tex', ['republican', 'texas']],
  ['d', ['democrat']],
  ['harbour', []],
])('reads "%s" after a name as %j', (text, expected) => {
  expect(partyAndState(text)).toEqual(expected)
})
