// Scores attributed speakers, and computes precision and coverage by threshold.
import { attributeRuns } from '../src/quotations/speakers/attribute.ts'
import type { SpeakerModel } from '../src/quotations/speakers/speaker-model.ts'
import { isSameName } from './same-name.ts'
import { isSource, type SourcedArticle } from './sourced.ts'

/**
 * The answer for one quotation, without a threshold: the uncalibrated scores of speaker and mention, whether the
 * mention is right, and whether the name is right (null where annotators marked none).
 */
export type SpeakerAnswer = {
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
export function curveOf(answers: SpeakerAnswer[], confidenceOf: (score: number) => number): CurvePoint[] {
  return CONFIDENCE_THRESHOLDS.map((threshold) => {
    const given = answers.filter(
      ({ speakerScore, mentionScore }) => confidenceOf(Math.max(speakerScore, mentionScore)) >= threshold,
    )
    const nameable = answers.filter(({ name }) => name !== null)
    const named = nameable.filter(({ speakerScore }) => confidenceOf(speakerScore) >= threshold)
    return {
      threshold,
      answered: percent(given.length / answers.length),
      mention: percent(given.filter(({ mention }) => mention).length / given.length),
      named: percent(named.length / nameable.length),
      name: percent(named.filter(({ name }) => name).length / named.length),
    }
  })
}

const percent = (share: number) => (100 * share).toFixed(1)
