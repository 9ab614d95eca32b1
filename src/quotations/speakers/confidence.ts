// Turns a raw attribution score into a calibrated confidence, by claim and by kind of answer.
import { type Calibration, calibrated, readKnots } from '../models/calibration.ts'
import weights from './speaker-weights.json' with { type: 'json' }

/**
 * The least confidence at which a speaker is named, unless a desk sets its own (`READBACK_SURE_ENOUGH`): a wrong
 * speaker in print is worse than none. bench/README.md has precision and coverage at each threshold.
 */
export const MIN_NAMED_CONFIDENCE = 0.6

/** The kind of an answer: that of the mention, or `carried` where the speaker before is taken to continue. */
export const ANSWER_KINDS = ['name', 'nominal', 'pronoun', 'carried'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** What is claimed to be right: the mention, or the name that is printed. */
export type Claim = 'mention' | 'speaker'

/** The calibration of each claim and kind, as training writes it. */
export type Calibrations = Record<Claim, Record<AnswerKind, string>>

/** Returns the confidence of a raw score: the share right in cross-validation, from 0 to 1, rounded to hundredths. */
export type ConfidenceOf = (claim: Claim, kind: AnswerKind, score: number) => number

/** Returns the confidence function of calibrations. */
export function confidenceBy(calibrations: Calibrations): ConfidenceOf {
  const knots = new Map<string, Calibration>()
  for (const [claim, kinds] of Object.entries(calibrations))
    for (const [kind, line] of Object.entries(kinds)) knots.set(`${claim} ${kind}`, readKnots(line))
  return (claim, kind, score) =>
    Math.round(calibrated(knots.get(`${claim} ${kind}`) ?? [], score) * 100) / 100
}

/** The confidence by the calibrations in use. */
export const confidenceOf = confidenceBy(weights.calibration)
