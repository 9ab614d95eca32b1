import { candidatesFor } from './candidates.ts'
import { type Described, describe, type Told } from './features.ts'
import type { Mention } from './mentions.ts'
import type { Scene } from './scene.ts'
import model from './speaker-weights.json' with { type: 'json' }
import { readTree, scoreTrees } from './trees.ts'

/** A choice is the mention that most likely names a quotation’s speaker, and how likely. */
export type Choice = {
  mention: Mention
  probability: number
  candidates: { mention: Mention; probability: number }[]
}

const TREES = model.trees.map(readTree)
const WORDINGS: ReadonlyMap<string, number> = new Map(Object.entries(model.wordings))

/** Ranks the mentions near the quotation at the word `at`; undefined when there are none. */
export function chooseSpeaker(scene: Scene, at: number, told: Told[]): Choice | undefined {
  const mentions = candidatesFor(scene, at, told.at(-1)?.mention)
  const described = describe(scene, at, { mentions, told })
  const scores = described.map((one) => scoreTrees(TREES, rowOf(one, model.features, WORDINGS)))
  const highest = Math.max(...scores)
  const weights = scores.map((score) => Math.exp(score - highest))
  const sum = weights.reduce((a, b) => a + b, 0)
  const candidates = mentions.map((mention, i) => ({ mention, probability: (weights[i] ?? 0) / sum }))
  const best = candidates.toSorted((a, b) => b.probability - a.probability)[0]
  return best && { ...best, candidates }
}

/** Below every weight that training gives: a wording it never saw. */
export const UNSEEN = -9

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
