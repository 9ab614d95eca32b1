import { calibrated, readKnots } from './calibration.ts'
import weights from './speaker-weights.json' with { type: 'json' }

const KNOTS = readKnots(weights.calibration)

/** How sure an attribution is before calibration: the mention must be right, and the name for it. */
export function rawConfidence({ mentionSure, nameSure }: { mentionSure: number; nameSure: number }): number {
  return mentionSure * nameSure
}

/** How sure an attribution is, from 0 to 1, by how often such ones were right in cross-validation. */
export function confidenceOf(sure: { mentionSure: number; nameSure: number }): number {
  return Math.round(calibrated(KNOTS, rawConfidence(sure)) * 100) / 100
}
