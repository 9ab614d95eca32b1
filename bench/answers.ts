import { attributeRuns } from '../src/quotations/speakers/attribute.ts'
import type { SpeakerModel } from '../src/quotations/speakers/speaker-model.ts'
import { isSameName } from './same-name.ts'
import { isSource, type Sourced } from './sourced.ts'

/**
 * What would be said of one quotation, however unsure: how sure the speaker and the mention are, uncalibrated,
 * and whether the mention is right, and the name, where people marked one.
 */
export type Answer = { sure: number; mentionSure: number; mention: boolean; name: boolean | null }

/** The answers for an article's quotations, whose bounds are given; by the model in use unless by another. */
export function answersFor({ scene, quotes }: Sourced, model?: SpeakerModel): Answer[] {
  const runs = quotes.map(({ run }) => run)
  const found = attributeRuns(scene, runs, model)
  return quotes.map(({ run, source }) => {
    const one = found.get(run.start)
    return {
      sure: one?.speakerSure ?? 0,
      mentionSure: one?.mentionSure ?? 0,
      mention: one !== undefined && isSource(scene, one.mention, source),
      name: source.name === null ? null : isSameName(source.name, one?.speaker ?? ''),
    }
  })
}

const THRESHOLDS = [0, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

/** What a threshold of confidence costs and brings: percentages that get an answer, and of those that are right. */
type Point = { threshold: number; answered: string; mention: string; named: string; name: string }

/** Precision and coverage, of mentions and of names, at each threshold of calibrated confidence. */
export function curveOf(answers: Answer[], confidenceOf: (sure: number) => number): Point[] {
  return THRESHOLDS.map((threshold) => {
    const given = answers.filter(
      ({ sure, mentionSure }) => confidenceOf(Math.max(sure, mentionSure)) >= threshold,
    )
    const nameable = answers.filter(({ name }) => name !== null)
    const named = nameable.filter(({ sure }) => confidenceOf(sure) >= threshold)
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
