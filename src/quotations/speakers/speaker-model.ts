// Ranks the candidate speakers of a quotation with gradient-boosted trees.

import { readTree, scoreRivals, type Tree } from '../../trees.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { PriorAttribution } from '../scene/history.ts'
import { candidatesFor } from './candidates.ts'
import { type CandidateFeatures, describeCandidates } from './features.ts'
import weights from './speaker-weights.json' with { type: 'json' }

/** A trained model: trees over named features and over the weights of patterns. */
export type SpeakerModel = { features: string[]; patterns: ReadonlyMap<string, number>; trees: Tree[] }

/** The model in use, whose weights `bench/train-speakers.ts` writes. */
export const SPEAKER_MODEL: SpeakerModel = {
  features: weights.features,
  patterns: new Map(Object.entries(weights.wordings)),
  trees: weights.trees.map(readTree),
}

/** The weight of a pattern unseen in training: the log odds of any candidate, of which one in 25 is right. */
const UNSEEN_PATTERN_WEIGHT = -3.2

/** A mention and the probability that it names a quotation’s speaker. */
export type RankedMention = { mention: Mention; probability: number }

/** The likeliest mention, and the others with at least `MIN_CANDIDATE_PROBABILITY`. */
export type SpeakerChoice = RankedMention & { others: RankedMention[] }

/** Mentions less probable than this are discarded. */
const MIN_CANDIDATE_PROBABILITY = 0.02

/** Returns the likeliest speaker of the quotation at the word index `at`; undefined without candidates. */
export function chooseSpeaker(
  annotated: AnnotatedText,
  at: number,
  { history, model }: { history: PriorAttribution[]; model: SpeakerModel },
): SpeakerChoice | undefined {
  const mentions = candidatesFor(annotated, at, history.at(-1)?.mention)
  const rows = describeCandidates(annotated, at, { mentions, history }).map((one) =>
    rowOf(one, model.features, model.patterns),
  )
  const scores = scoreRivals(model.trees, rows)
  const highest = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - highest))
  const sum = shares.reduce((total, share) => total + share, 0)
  const best = mentions[scores.indexOf(highest)]
  if (!best) return undefined
  const ranked = mentions.map((mention, i) => ({ mention, probability: (shares[i] ?? 0) / sum }))
  const same = ranked.filter(({ mention }) => namesSame(annotated, mention, best))
  return {
    mention: best,
    probability: same.reduce((total, { probability }) => total + probability, 0),
    others: ranked.filter((one) => one.probability >= MIN_CANDIDATE_PROBABILITY && !same.includes(one)),
  }
}

/** Whether two mentions name the same entity; their probabilities are then added. */
function namesSame({ entities }: AnnotatedText, a: Mention, b: Mention): boolean {
  const entity = entities.byMention.get(a)
  return a === b || (entity !== undefined && entity === entities.byMention.get(b))
}

/** Returns a candidate's values in the order that the trees were trained with: features, then pattern weights. */
export function rowOf(
  { features, patterns }: CandidateFeatures,
  names: string[],
  weights: ReadonlyMap<string, number>,
): Float32Array {
  const row = new Float32Array(names.length + patterns.length)
  names.forEach((name, i) => {
    row[i] = features[name] ?? 0
  })
  patterns.forEach((pattern, i) => {
    row[names.length + i] = weights.get(pattern) ?? UNSEEN_PATTERN_WEIGHT
  })
  return row
}
