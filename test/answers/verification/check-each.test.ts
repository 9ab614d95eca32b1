import { expect, it } from 'vitest'
import { CheckAnswer } from '../../../src/answers/verification/check-answer.ts'
import { checkEach } from '../../../src/answers/verification/check-each.ts'
import { deskOver, town } from '../../coverage.ts'

it('each quotation of a text gets its verdict, the most serious first', async () => {
  const { desk } = await deskOver(town)
  const claims = [
    { words: 'The ferry stays at the quay until somebody says please', speaker: 'Ida Marsh' },
    { words: 'The ferry stays at the quay until somebody says sorry', speaker: null },
    { words: 'zebras graze on the northern pier', speaker: null },
    { words: 'A whale came into the bay at noon', speaker: null },
  ]
  const answer = await checkEach({ text: 'all of it', claims }, desk)
  expect(CheckAnswer.parse(answer)).toEqual(answer)
  expect(answer.checks?.map(({ verdict, question: { text } }) => `${verdict} ${text.slice(-6)}`)).toEqual([
    'not-found n pier',
    'differs  sorry',
    'exact t noon',
    'exact please',
  ])
  expect([answer.verdict, answer.kind, answer.question.text]).toEqual(['not-found', 'found', 'all of it'])
  expect(answer.evidence).toEqual(answer.checks?.flatMap(({ evidence }) => evidence))
})
