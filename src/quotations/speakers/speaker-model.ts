import { readTree, scoreRows, type Tree } from '../../trees.ts'
import type { Mention } from '../people/mentions.ts'
import { candidatesFor } from './candidates.ts'
import { type Described, describe, type Told } from './features.ts'
import type { Scene } from './scene.ts'
import weights from './speaker-weights.json' with { type: 'json' }

/** What training yields: trees over named features, and over the weights of wordings. */
export type SpeakerModel = { features: string[]; wordings: ReadonlyMap<string, number>; trees: Tree[] }

/** The model in use; `bench/train-speakers.ts` makes its weights. */
export const SPEAKER_MODEL: SpeakerModel = {
  features: weights.features,
  wordings: new Map(Object.entries(weights.wordings)),
  trees: weights.trees.map(readTree),
}

/** A wording that training never saw weighs what a candidate does before anything is known: one in 25 is right. */
const UNSEEN = -3.2

/** A mention, and how likely it names a quotation’s speaker. */
export type Likely = { mention: Mention; probability: number }

/** A choice is the likeliest mention, and the others that are not out of the question. */
export type Choice = Likely & { others: Likely[] }

/** A mention less likely than this is out of the question. */
const LEAST = 0.02

/** Ranks the mentions near the quotation at the word `at`; undefined when there are none. */
export function chooseSpeaker(
  scene: Scene,
  at: number,
  { told, model }: { told: Told[]; model: SpeakerModel },
): Choice | undefined {
  const mentions = candidatesFor(scene, at, told.at(-1)?.mention)
  const rows = describe(scene, at, { mentions, told }).map((one) =>
    rowOf(one, model.features, model.wordings),
  )
  const scores = scoreRows(model.trees, rows)
  const highest = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - highest))
  const sum = shares.reduce((total, share) => total + share, 0)
  const best = mentions[scores.indexOf(highest)]
  if (!best) return undefined
  const likely = mentions.map((mention, i) => ({ mention, probability: (shares[i] ?? 0) / sum }))
  const same = likely.filter(({ mention }) => namesSame(scene, mention, best))
  return {
    mention: best,
    probability: same.reduce((total, { probability }) => total + probability, 0),
    others: likely.filter((one) => one.probability >= LEAST && !same.includes(one)),
  }
}

/** Two mentions of one name speak for each other. */
function namesSame({ cast }: Scene, a: Mention, b: Mention): boolean {
  const member = cast.of.get(a)
  return a === b || (member !== undefined && member === cast.of.get(b))
}

/** The numbers of a pairing in the order the trees were grown with: features, then the weights of its wordings. */
export function rowOf(
  { features, wordings }: Described,
  names: string[],
  weights: ReadonlyMap<string, number>,
): Float32Array {
  const row = new Float32Array(names.length + wordings.length)
  names.forEach((name, i) => {
    row[i] = features[name] ?? 0
  })
  wordings.forEach((wording, i) => {
    row[names.length + i] = weights.get(wording) ?? UNSEEN
  })
  return row
}
