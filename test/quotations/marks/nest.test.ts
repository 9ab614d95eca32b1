import { expect, it } from 'vitest'
import { nest } from '../../../src/quotations/marks/nest.ts'

it('sorts spans into the holders around them, and keeps the rest', () => {
  const holder = { start: 10, end: 20 }
  const items = [
    { start: 0, end: 5 },
    { start: 12, end: 20 },
    { start: 21, end: 30 },
  ]
  const { inside, outside } = nest([holder], items)
  expect(inside.get(holder)).toEqual([items[1]])
  expect(outside).toEqual([items[0], items[2]])
})
