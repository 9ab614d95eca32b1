// Calibrates raw scores by linear interpolation.
/** A calibration: knots of a raw score and the share of right answers at it, both rising. */
export type Calibration = readonly (readonly [score: number, share: number])[]

/**
 * Returns the share of right answers at a score: linear between the knots, constant beyond the first and the last.
 */
export function calibrated(knots: Calibration, score: number): number {
  const after = knots.findIndex(([at]) => at >= score)
  const [x1, y1] = knots[after] ?? knots.at(-1) ?? [1, score]
  const [x0, y0] = after > 0 ? (knots[after - 1] ?? [x1, y1]) : [x1, y1]
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (score - x0)) / (x1 - x0)
}

/** Reads knots written as `score share, score share, …`. */
export function readKnots(line: string): Calibration {
  return line
    .split(', ')
    .map((knot) => knot.split(' ').map(Number))
    .map(([score = 0, share = 0]) => [score, share])
}
