import { expect, it } from 'vitest'
import { expandPartyAndState, expandTitle } from '../../../src/quotations/people/abbreviated-titles.ts'
import { officeHolder } from '../../../src/quotations/people/office-accounts.ts'
import { annotate } from '../scene/annotated.ts'

it('knows whose an office’s account is, when one person alone holds the office', () => {
  const { entities } = annotate('President Odile Garrick spoke. Peter Voss left.')
  expect(officeHolder(entities, '@POTUS')?.name).toBe('Odile Garrick')
})

it('does not choose between two holders', () => {
  const { entities } = annotate('President Odile Garrick met President Peter Voss.')
  expect(officeHolder(entities, '@POTUS')).toBeUndefined()
})

it('says titles in full', () => {
  expect(expandTitle('gov.')).toEqual(['gov.', 'governor'])
})

it.each([
  ['r-tex', ['republican', 'texas']],
  ['d', ['democrat']],
  ['harbour', []],
])('reads "%s" after a name as %j', (text, expected) => {
  expect(expandPartyAndState(text)).toEqual(expected)
})
