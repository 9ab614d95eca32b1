// How sure an attribution is, by how often such ones were right in cross-validation: a pronoun is misread more easily than a name.
import { type Calibration, calibrated, readKnots } from './calibration.ts'
import weights from './speaker-weights.json' with { type: 'json' }

/** Under this confidence nobody is named, unless a desk sets its own: bench/README.md has what each threshold brings. */
export const SURE_ENOUGH = 0.65

/** By what a speaker is told: the kind of the mention, or that the one who spoke before is taken to go on. */
export const ANSWER_KINDS = ['name', 'nominal', 'pronoun', 'carried'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** What is to be right: the words that name the speaker there, or the name that is printed. */
export type Claim = 'mention' | 'speaker'

/** The knots of each claim and kind, as training writes them. */
export type Calibrations = Record<Claim, Record<AnswerKind, string>>

/** Makes the reading of raw scores as confidence, from 0 to 1, rounded to hundredths. */
export function confidenceReader(calibrations: Calibrations) {
  const knots = new Map<string, Calibration>()
  for (const [claim, kinds] of Object.entries(calibrations))
    for (const [kind, line] of Object.entries(kinds)) knots.set(`${claim} ${kind}`, readKnots(line))
  return (claim: Claim, kind: AnswerKind, sure: number): number =>
    Math.round(calibrated(knots.get(`${claim} ${kind}`) ?? [], sure) * 100) / 100
}

/** How sure a claim is, by the calibration in use. */
export const confidenceOf = confidenceReader(weights.calibration)
