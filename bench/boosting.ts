// Trains gradient-boosted trees that rank the rows of each group, or tell yes from no.
import { scoreRows, type Tree } from '../src/trees.ts'
import { bin } from './boosting/bins.ts'
import {
  type Groups,
  gradients,
  oddsGradients,
  openOrderGradients,
  type Slopes,
} from './boosting/gradients.ts'
import { grow } from './boosting/grow-tree.ts'

export type BoostingSettings = {
  trees: number
  leaves: number
  learningRate: number
  minLeafRows: number
  l2: number
  columns: number
  /** Rows with a smaller gradient are left out of a tree; `MIN_SLOPE` where absent. */
  minSlope?: number
}

/** Rows with a smaller gradient are left out of the next tree, which is much faster. */
const MIN_SLOPE = 0.002

/** Gradient-boosted trees over a softmax within each group. Deterministic: the draws of columns are seeded. */
export const boost = (groups: Groups, settings: BoostingSettings): Tree[] =>
  boostBy(groups.rows, settings, (scores) => gradients(groups, scores))

/** Boosted trees that tell yes (1) from no (0), each row for itself: their sum is the logarithm of the odds. */
export const boostOdds = (
  rows: Float32Array[],
  answers: { isYes: boolean; weight: number }[],
  settings: BoostingSettings,
): Tree[] => boostBy(rows, settings, (scores) => oddsGradients(answers, scores))

/** Boosted trees for the order in each group. */
export const boostOrder = (groups: Groups, settings: BoostingSettings): Tree[] =>
  boostBy(groups.rows, settings, openOrderGradients(groups))

function boostBy(
  rows: Float32Array[],
  settings: BoostingSettings,
  slopesOf: (scores: Float64Array) => Slopes,
): Tree[] {
  const binned = bin(rows)
  const scores = new Float64Array(rows.length)
  const draw = seeded(7)
  const trees: Tree[] = []
  for (let t = 0; t < settings.trees; t++) {
    const slopes = slopesOf(scores)
    const undecided = Int32Array.from(scores.keys()).filter(
      (i) => Math.abs(slopes.first[i] as number) > (settings.minSlope ?? MIN_SLOPE),
    )
    const tree = grow(undecided, { binned, slopes }, { ...settings, draw })
    scoreRows([tree], rows).forEach((score, i) => {
      scores[i] = (scores[i] ?? 0) + score
    })
    trees.push(tree)
  }
  return trees
}

/** Returns a linear congruential generator (Numerical Recipes): the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
