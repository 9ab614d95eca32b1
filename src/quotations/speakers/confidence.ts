import { calibrated, readKnots } from './calibration.ts'
import weights from './speaker-weights.json' with { type: 'json' }

const KNOTS = readKnots(weights.calibration)

/** How sure an attribution is, from 0 to 1, by how often such raw ones were right in cross-validation. */
export function confidenceOf(sure: number): number {
  return Math.round(calibrated(KNOTS, sure) * 100) / 100
}
