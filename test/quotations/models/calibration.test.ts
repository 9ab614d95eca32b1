import { expect, it } from 'vitest'
import { calibrated, readKnots } from '../../../src/quotations/models/calibration.ts'

const knots = readKnots('0.2 0.1, 0.8 0.7')

it.each([
  ['flat below the first knot', 0, 0.1],
  ['at a knot', 0.2, 0.1],
  ['halfway between two', 0.5, 0.4],
  ['flat above the last', 1, 0.7],
])('is %s', (_, score, share) => {
  expect(calibrated(knots, score)).toBeCloseTo(share)
})
