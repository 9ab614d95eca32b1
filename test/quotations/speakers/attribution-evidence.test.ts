import { expect, it } from 'vitest'
import { findQuotations } from '../../../src/quotations/find-quotations.ts'

const LEAD = 'Mayor Ida Quist met Peter Voss, the harbour master, on Tuesday.\n'
const reason = (text: string) => findQuotations(LEAD + text).at(-1)?.because

it.each([
  ['said-clause after the quotation', '“The pier is safe and it will stay safe,” Quist said.'],
  ['said-clause before the quotation', 'Quist said, “The pier is safe and it will stay safe.”'],
  [
    'said-clause between the parts of the quotation',
    '“The pier is safe,” Quist said, “and it will stay safe.”',
  ],
  ['same speaker as the quotation before', '“The pier is safe,” Quist said. “It will stay safe for years.”'],
  [
    'according to the speaker named in the sentence',
    'The pier is “safe for a hundred years,” according to Voss.',
  ],
  ['named before the colon', 'QUIST: “Who locked the pier last night?”'],
])('says why: %s', (because, text) => {
  expect(reason(text)).toBe(because)
})

it('knows whom somebody told', () => {
  const text = `${LEAD}“The pier is safe and it will stay safe,” Voss told reporters on Friday.`
  expect(findQuotations(text)[0]).toMatchObject({ cue: 'told', addressee: 'reporters' })
})

it.each([
  ['“The pier is safe and it will stay safe,” Voss said to reporters.', 'reporters'],
  ['“The pier is safe and it will stay safe,” Voss said in an interview with the Courier.', 'the Courier'],
])('knows whom a partner in talk was: %s', (text, addressee) => {
  expect(findQuotations(`${LEAD}${text}`)[0]?.addressee).toBe(addressee)
})

it('has no addressee where nobody is told', () => {
  expect(
    findQuotations(`${LEAD}“The pier is safe and it will stay safe,” Voss said.`)[0]?.addressee,
  ).toBeNull()
})
