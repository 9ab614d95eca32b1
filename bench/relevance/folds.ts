// Learns to rank in folds, so that each question is ranked by what was learned from questions of other stories and days.
import { createHash } from 'node:crypto'
import { scoreRows, type Tree } from '../../src/trees.ts'
import { type BoostingSettings, boostOrder } from '../boosting.ts'
import type { Group } from './groups.ts'

export const FOLDS = 5

/** The fold of a question: one day's or one story's are together. */
export const foldOf = ({ fold }: Group): number =>
  createHash('md5').update(fold).digest().readUInt32BE(0) % FOLDS

/** Few leaves: there are some hundred questions that people wrote. Chosen in folds, for quotations and for passages. */
export const QUOTATION_SETTINGS: BoostingSettings = {
  trees: 200,
  leaves: 6,
  learningRate: 0.06,
  minLeafRows: 40,
  l2: 1,
  columns: 0.4,
  minSlope: 1e-3,
}
export const PASSAGE_SETTINGS: BoostingSettings = {
  ...QUOTATION_SETTINGS,
  leaves: 8,
  learningRate: 0.1,
  minLeafRows: 60,
  l2: 0.3,
}

/** The settings for the questions of a command. */
export const settingsFor = (command: Group['command']): BoostingSettings =>
  command === 'quote' ? QUOTATION_SETTINGS : PASSAGE_SETTINGS

/** How much a question of each set counts: those that people wrote over real coverage most. */
const WEIGHTS: Record<string, number> = {
  newsroom: 6,
  news: 1,
  'news as of its day': 1,
  retrieval: 0.25,
  speech: 1.5,
  paraphrases: 0.5,
  passages: 0.3,
}

/** So many candidates of a question are learned from: the first by the index, and all that are right. */
const LEARNED = 120

/** Columns that are left out are 0 for every candidate. */
export type Left = ReadonlySet<number>

/** Learns to rank from the questions that have an answer among their candidates. */
export function learn(groups: Group[], left: Left = new Set()): Tree[] {
  const rows: Float32Array[] = []
  const right: number[] = []
  const [starts, weights] = [[0], [] as number[]]
  for (const group of groups) {
    if (!group.gains.some((gain) => gain > 0)) continue
    for (const [i, row] of group.rows.entries()) {
      if (i >= LEARNED && group.gains[i] === 0) continue
      rows.push(without(row, left))
      right.push(group.gains[i] as number)
    }
    starts.push(rows.length)
    weights.push(WEIGHTS[group.set] ?? 1)
  }
  return boostOrder({ rows, starts, right, weights }, settingsFor(groups[0]?.command ?? 'context'))
}

const without = (row: Float32Array, left: Left) =>
  left.size ? row.map((value, i) => (left.has(i) ? 0 : value)) : row

/** The scores of each group's candidates, by models that learned from the other folds alone. */
export function crossValidated(groups: Group[], left: Left = new Set()): Map<Group, number[]> {
  const scores = new Map<Group, number[]>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = learn(
      groups.filter((group) => foldOf(group) !== fold),
      left,
    )
    for (const group of groups.filter((one) => foldOf(one) === fold))
      scores.set(
        group,
        scoreRows(
          trees,
          group.rows.map((row) => without(row, left)),
        ),
      )
  }
  return scores
}
