// Learns to judge whether the best candidate answers, in folds, from rankings that are cross-validated themselves.
import { probabilityOf } from '../../src/answers/ranking/ranking-model.ts'
import type { Tree } from '../../src/trees.ts'
import { type BoostingSettings, boostOdds } from '../boosting.ts'
import { FOLDS, foldOf } from './folds.ts'
import type { Group } from './groups.ts'
import { shown } from './measures.ts'

/** A question with what its answer is judged by, and whether the best candidate is right. */
export type Case = { group: Group; best: number; row: Float32Array; isRight: boolean }

const GATE: BoostingSettings = {
  trees: 80,
  leaves: 4,
  learningRate: 0.08,
  minLeafRows: 25,
  l2: 5,
  columns: 0.5,
  minSlope: 0,
}

/** How much a case of each set counts: those that people wrote most. */
const WEIGHTS: Record<string, number> = { newsroom: 4, paraphrases: 0.4, speech: 0.4, retrieval: 0.5 }

/** A lead over nobody, as clues.ts has it. */
const ALONE = 10

/** From so much gain on a candidate is right: the answer, or of the right story where nobody knows which passage is. */
const RIGHT = 0.5

/** The cases of ranked groups; those without candidates need no judging. */
export const casesOf = (scores: Map<Group, number[]>): Case[] =>
  [...scores].flatMap(([group, own]) => {
    const [best] = shown(group, own)
    const clues = best === undefined ? undefined : group.clues[best]
    if (best === undefined || clues === undefined) return []
    const row = clues.slice()
    row[0] = own[best] as number
    row[1] = lead(group, own, best)
    return [{ group, best, row, isRight: (group.gains[best] as number) >= RIGHT }]
  })

function lead({ stories }: Group, scores: number[], best: number): number {
  const others = scores.filter((_, i) => stories[i] !== stories[best])
  return others.length ? (scores[best] as number) - Math.max(...others) : ALONE
}

export const learnGate = (cases: Case[]): Tree[] =>
  boostOdds(
    cases.map(({ row }) => row),
    cases.map(({ isRight, group }) => ({ isYes: isRight, weight: WEIGHTS[group.set] ?? 1 })),
    GATE,
  )

/** The probability of each case, by a gate that learned from the other folds. */
export function crossValidatedGate(cases: Case[]): Map<Case, number> {
  const odds = new Map<Case, number>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const gate = learnGate(cases.filter(({ group }) => foldOf(group) !== fold))
    for (const one of cases.filter(({ group }) => foldOf(group) === fold))
      odds.set(one, probabilityOf({ gate }, one.row))
  }
  return odds
}
