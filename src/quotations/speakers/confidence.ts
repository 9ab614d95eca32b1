// Turns a raw attribution score into a calibrated confidence.
import { calibrated, readKnots } from '../models/calibration.ts'
import weights from './speaker-weights.json' with { type: 'json' }

const CONFIDENCE_KNOTS = readKnots(weights.calibration)

/** Returns the confidence of a raw score: the share right in cross-validation, from 0 to 1, rounded to hundredths. */
export function confidenceOf(score: number): number {
  return Math.round(calibrated(CONFIDENCE_KNOTS, score) * 100) / 100
}
