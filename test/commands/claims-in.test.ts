import { expect, it } from 'vitest'
import { claimsIn } from '../../commands/claims-in.ts'
import { findQuotations } from '../../src/quotations/find-quotations.ts'

it('each quotation of a text is a claim of its own, with who is said to have said it', () => {
  const text =
    '“We say please to the sea,” Quist said, and “zebras graze on the pier” and it was a “farce”. Marsh said: “The ferry stays here.”'
  expect(claimsIn(text, findQuotations(text)).map(({ words }) => words)).toEqual([
    'We say please to the sea,',
    'zebras graze on the pier',
    'The ferry stays here.',
  ])
})
