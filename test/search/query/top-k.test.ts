import fc from 'fast-check'
import { expect, it } from 'vitest'
import { best } from '../../../src/search/query/top-k.ts'

it('takes what sorting would put first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 })),
      fc.integer({ min: 0, max: 12 }),
      (scores, limit) => {
        const top = best<{ score: number }>(limit)
        for (const score of scores) top.offer({ score })
        const sorted = scores.toSorted((a, b) => b - a).slice(0, limit)
        expect(top.taken().map(({ score }) => score)).toEqual(sorted)
      },
    ),
  )
})
