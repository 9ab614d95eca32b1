import { attributeRuns } from '../src/quotations/speakers/attribute.ts'
import { ANSWER_KINDS, type AnswerKind, type Calibrations, type Claim } from '../src/quotations/speakers/confidence.ts'
import type { SpeakerModel } from '../src/quotations/speakers/speaker-model.ts'
import { fitCalibration } from './fit-calibration.ts'
import { isSameName } from './same-name.ts'
import { isSource, type Sourced } from './sourced.ts'

/**
 * What would be said of one quotation, however unsure: by what it is told, how sure the speaker and the mention are,
 * uncalibrated, and whether the mention is right, and the name, where people marked one.
 */
export type Answer = {
  by: AnswerKind
  sure: number
  mentionSure: number
  mention: boolean
  name: boolean | null
}

/** The answers for an article's quotations, whose bounds are given; by the model in use unless by another. */
export function answersFor({ scene, quotes }: Sourced, model?: SpeakerModel): Answer[] {
  const runs = quotes.map(({ run }) => run)
  const found = attributeRuns(scene, runs, model)
  return quotes.map(({ run, source }) => {
    const one = found.get(run.start)
    return {
      by: one?.by ?? 'name',
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

/** How sure a claim is: the calibration to be looked at. */
type Confidence = (claim: Claim, kind: AnswerKind, sure: number) => number

/** Precision and coverage, of mentions and of names, at each threshold of calibrated confidence. */
export function curveOf(answers: Answer[], confidenceOf: Confidence): Point[] {
  const read = answers.map((answer) => ({
    ...answer,
    speakerAt: confidenceOf('speaker', answer.by, answer.sure),
    mentionAt: confidenceOf('mention', answer.by, answer.mentionSure),
  }))
  const nameable = read.filter(({ name }) => name !== null)
  return THRESHOLDS.map((threshold) => {
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

/** How many answers of each kind there are, and how often their mention and their name are right. */
export function kindsOf(answers: Answer[]) {
  return Object.fromEntries(
    ANSWER_KINDS.map((kind) => {
      const own = answers.filter(({ by }) => by === kind)
      const nameable = own.filter(({ name }) => name !== null)
      return [
        kind,
        {
          answers: own.length,
          mention: percent(own.filter(({ mention }) => mention).length / own.length),
          name: percent(nameable.filter(({ name }) => name).length / nameable.length),
        },
      ]
    }),
  )
}

/** The calibration of each claim and kind, from answers of cross-validation; a name nobody marked counts by its mention. */
export function calibrationOf(answers: Answer[]): Calibrations {
  const kinds = (fit: (own: Answer[]) => string) =>
    Object.fromEntries(
      ANSWER_KINDS.map((kind) => [kind, fit(answers.filter(({ by }) => by === kind))]),
    ) as Calibrations['mention']
  return {
    mention: kinds((own) =>
      fitCalibration(own.map(({ mentionSure, mention }) => ({ score: mentionSure, right: mention })), groupsFor(own)),
    ),
    speaker: kinds((own) =>
      fitCalibration(own.map(({ sure, name, mention }) => ({ score: sure, right: name ?? mention })), groupsFor(own)),
    ),
  }
}

/** So many answers or more share a knot. */
const GROUP = 120
const MOST_GROUPS = 30

const groupsFor = ({ length }: Answer[]) => Math.max(3, Math.min(MOST_GROUPS, Math.floor(length / GROUP)))

const percent = (share: number) => (100 * share).toFixed(1)
