import fc from 'fast-check'
import { expect, it } from 'vitest'
import { topK } from '../../../src/search/query/top-k.ts'

it('takes what sorting would put first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 })),
      fc.integer({ min: 0, max: 12 }),
      (scores, limit) => {
        const top = topK<{ score: number }>(limit)
        for (const score of scores) top.add({ score })
        const sorted = scores.toSorted((a, b) => b - a).slice(0, limit)
        expect(top.items().map(({ score }) => score)).toEqual(sorted)
      },
    ),
  )
})
