// Scores attributed speakers, and computes precision and coverage by threshold.
import { attributeRuns } from '../src/quotations/speakers/attribute.ts'
import {
  ANSWER_KINDS,
  type AnswerKind,
  type Calibrations,
  type ConfidenceOf,
} from '../src/quotations/speakers/confidence.ts'
import type { SpeakerModel } from '../src/quotations/speakers/speaker-model.ts'
import { fitCalibration, type ScoredAnswer } from './fit-calibration.ts'
import { isSameName } from './same-name.ts'
import { isSource, type SourcedArticle } from './sourced.ts'

/**
 * The answer for one quotation, without a threshold: the uncalibrated scores of speaker and mention, whether the
 * mention is right, and whether the name is right (null where annotators marked none).
 */
export type SpeakerAnswer = {
  kind: AnswerKind
  speakerScore: number
  mentionScore: number
  mention: boolean
  name: boolean | null
}

/** Returns the answers for an article's quotations, with gold spans, by the model in use unless another is given. */
export function answersFor({ annotated, quotes }: SourcedArticle, model?: SpeakerModel): SpeakerAnswer[] {
  const runs = quotes.map(({ run }) => run)
  const found = attributeRuns(annotated, runs, model)
  return quotes.map(({ run, source }) => {
    const one = found.get(run.start)
    return {
      kind: one?.kind ?? 'name',
      speakerScore: one?.speakerScore ?? 0,
      mentionScore: one?.mentionScore ?? 0,
      mention: one !== undefined && isSource(annotated, one.mention, source),
      name: source.name === null ? null : isSameName(source.name, one?.speaker ?? ''),
    }
  })
}

const CONFIDENCE_THRESHOLDS = [0, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

/** The result of a confidence threshold: percentages of quotations answered, and of answers that are right. */
type CurvePoint = { threshold: number; answered: string; mention: string; named: string; name: string }

/** Returns precision and coverage, of mentions and of names, at each threshold of calibrated confidence. */
export function curveOf(answers: SpeakerAnswer[], confidenceOf: ConfidenceOf): CurvePoint[] {
  const read = answers.map((answer) => ({
    ...answer,
    speakerAt: confidenceOf('speaker', answer.kind, answer.speakerScore),
    mentionAt: confidenceOf('mention', answer.kind, answer.mentionScore),
  }))
  const nameable = read.filter(({ name }) => name !== null)
  return CONFIDENCE_THRESHOLDS.map((threshold) => {
    const given = read.filter(({ speakerAt, mentionAt }) => Math.max(speakerAt, mentionAt) >= threshold)
    const named = nameable.filter(({ speakerAt }) => speakerAt >= threshold)
    return {
      threshold,
      answered: percent(given.length / answers.length),
      mention: percent(given.filter(({ mention }) => mention).length / given.length),
      named: percent(named.length / nameable.length),
      name: percent(named.filter(({ name }) => name).length / named.length),
    }
  })
}

/** Returns for each kind of answer how many there are, and the percentages of right mentions and names. */
export function kindsOf(answers: SpeakerAnswer[]) {
  return Object.fromEntries(
    ANSWER_KINDS.map((kind) => {
      const own = answers.filter((answer) => answer.kind === kind)
      const nameable = own.filter(({ name }) => name !== null)
      const mention = percent(own.filter((answer) => answer.mention).length / own.length)
      const name = percent(nameable.filter((answer) => answer.name).length / nameable.length)
      return [kind, { answers: own.length, mention, name }]
    }),
  )
}

/** How many answers share a knot of a calibration, and how many knots it has at least and at most. */
const KNOT_ANSWERS = 120
const MIN_KNOTS = 3
const MAX_KNOTS = 30

/** Returns the calibration of each claim and kind; an answer whose name nobody marked counts by its mention. */
export function calibrationsOf(answers: SpeakerAnswer[]): Calibrations {
  const byKind = (read: (answer: SpeakerAnswer) => ScoredAnswer) =>
    Object.fromEntries(
      ANSWER_KINDS.map((kind) => {
        const own = answers.filter((answer) => answer.kind === kind).map(read)
        const knots = Math.max(MIN_KNOTS, Math.min(MAX_KNOTS, Math.floor(own.length / KNOT_ANSWERS)))
        return [kind, fitCalibration(own, knots)]
      }),
    ) as Calibrations['mention']
  return {
    mention: byKind(({ mentionScore: score, mention: right }) => ({ score, right })),
    speaker: byKind(({ speakerScore: score, name, mention }) => ({ score, right: name ?? mention })),
  }
}

const percent = (share: number) => (100 * share).toFixed(1)
