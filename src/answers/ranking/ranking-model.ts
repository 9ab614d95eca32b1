// Ranks and judges by boosted trees over named features, whose weights are data: bench/train-ranking.ts makes them.
import { readTree, scoreRows, type Tree } from '../../trees.ts'
import { type Clue, PASSAGE_CLUES, QUOTATION_CLUES } from './clues.ts'
import type { Feature } from './feature.ts'
import { PASSAGE_FEATURES, QUOTATION_FEATURES } from './features.ts'
import passageWeights from './passage-weights.json' with { type: 'json' }
import quotationWeights from './quotation-weights.json' with { type: 'json' }

/** Trees that rank candidates by their features, and trees that judge by clues whether the best of them is an answer. */
export type RankingModel = {
  features: Feature[]
  ranking: Tree[]
  clues: Clue[]
  gate: Tree[]
  /** From which probability on an answer is found, or at least of that story. */
  tiers: { found: number; inThatStory: number }
}

type Weights = {
  features: string[]
  ranking: string[]
  clues: string[]
  gate: string[]
  tiers: RankingModel['tiers']
}

export const PASSAGES = modelOf(passageWeights, PASSAGE_FEATURES, PASSAGE_CLUES)
export const QUOTATIONS = modelOf(quotationWeights, QUOTATION_FEATURES, QUOTATION_CLUES)

/** Weights and code know the same features, or there is no model. */
function modelOf(
  { ranking, gate, tiers, ...names }: Weights,
  features: Feature[],
  clues: Clue[],
): RankingModel {
  return {
    features: named(names.features, features),
    ranking: ranking.map(readTree),
    clues: named(names.clues, clues),
    gate: gate.map(readTree),
    tiers,
  }
}

function named<Named extends { name: string }>(names: string[], all: Named[]): Named[] {
  return names.map((name) => {
    const one = all.find((each) => each.name === name)
    if (!one) throw new Error(`weights of ranking: ${name} is no feature: run train:ranking again`)
    return one
  })
}

/** The scores of rows of features. */
export const scoresOf = ({ ranking }: RankingModel, rows: ArrayLike<number>[]): number[] =>
  scoreRows(ranking, rows)

/** The probability that the best candidate answers, by a row of clues. */
export function probabilityOf({ gate }: Pick<RankingModel, 'gate'>, row: ArrayLike<number>): number {
  const [odds = 0] = scoreRows(gate, [row])
  return 1 / (1 + Math.exp(-odds))
}
