import { expect, it } from 'vitest'
import { checkDraft } from '../../../src/answers/verification/check-draft.ts'
import { findQuotations } from '../../../src/quotations/find-quotations.ts'
import { deskOver, town } from '../../coverage.ts'

it('a quotation of a draft is held against who says it there', async () => {
  const { desk } = await deskOver(town)
  const draft = [
    '“The ferry stays at the quay until somebody says please,” Ida Marsh said.',
    '“My sister closes harbours the way other people close umbrellas,” said Tom Okafor.',
    '“No,” somebody said.',
  ].join('\n')
  const judged = await checkDraft(draft, findQuotations(draft), desk)
  expect(judged.map(({ check: { verdict, speakerAgrees } }) => [verdict, speakerAgrees])).toEqual([
    ['exact', true],
    ['differs', false],
    ['exact', null],
  ])
  expect(judged[1]?.check.evidence[0]?.speaker).toBe('Ben Marsh')
})
