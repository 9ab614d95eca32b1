import { expect, it } from 'vitest'
import { answeredInTime } from '../../src/answers/partial-answer.ts'
import { keepingToBudgets } from '../../src/search/time-budget.ts'
import { tell } from '../coverage.ts'
import { keepingTexts } from '../search/segments/keeping-texts.ts'

const searched = { articles: 2, from: null, to: null, indexedAt: '2026-03-11T12:00:00Z' }
const answer = { kind: 'nothing', evidence: [{ text: 'Plums.' }], searched }

/** An index that looks at half of its stories before time is up. */
async function halfLooked() {
  const index = keepingTexts(() => new Date('2026-03-11T12:00:00'), 1)
  for (const id of ['a', 'b']) await index.put(tell(id, ['The whale left at noon.']))
  const find = index.passages
  return keepingToBudgets({ ...index, passages: (query) => find({ ...query, until: 0 }) })
}

const words = [{ word: 'whale', term: 'whale' }]
const lookUp = async () => (await halfLooked()).passages({ words, speakers: [], articles: null, limit: 9 })

it('an answer says which share of the coverage was looked at, where that was not all', async () => {
  const told = await answeredInTime(async () => {
    await lookUp()
    return { checks: [answer], context: answer }
  })
  const partly = { ...answer, searched: { ...searched, looked: 0.5 } }
  expect(told).toEqual({ checks: [partly], context: partly })
})

it('an answer from all of the coverage says nothing of it', async () => {
  expect(await answeredInTime(async () => answer)).toBe(answer)
})
