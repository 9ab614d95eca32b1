// Learns to rank passages and quotations, and to judge whether the best of them answers; prints what folds say of it:
//   npm run train:ranking [FOLDER] [--passages] [--quotations]     one of the two alone, or both
// FOLDER holds newsroom/, news/, retrieval/ and quotes/ (default ../shared/bench).
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PASSAGE_CLUES, QUOTATION_CLUES } from '../src/answers/ranking/clues.ts'
import { PASSAGE_FEATURES, QUOTATION_FEATURES } from '../src/answers/ranking/features.ts'
import { writeTree } from '../src/trees.ts'
import { folderArgument } from './figures.ts'
import { allGroups } from './relevance/all-groups.ts'
import { crossValidated, learn } from './relevance/folds.ts'
import { casesOf, crossValidatedGate, learnGate } from './relevance/gate.ts'
import type { Group } from './relevance/groups.ts'
import { judged } from './relevance/judged.ts'
import { byKind, rankingOf } from './relevance/measures.ts'

const KINDS = [
  {
    file: 'passage',
    command: 'context',
    features: PASSAGE_FEATURES,
    clues: PASSAGE_CLUES,
    tiers: { found: 0.55, inThatStory: 0.05 },
  },
  {
    file: 'quotation',
    command: 'quote',
    features: QUOTATION_FEATURES,
    clues: QUOTATION_CLUES,
    tiers: { found: 0.65, inThatStory: 0.05 },
  },
] as const

const folder = folderArgument() ?? join(import.meta.dirname, '../../shared/bench')
const groups = await allGroups(folder, ['newsroom', 'news', 'retrieval', 'quotes'])

const isWanted = ({ file }: { file: string }) => process.argv.includes(`--${file}s`)
const wanted = KINDS.some(isWanted) ? KINDS.filter(isWanted) : KINDS

for (const { file, command, features, clues, tiers } of wanted) {
  const own = groups.filter((group) => group.command === command)
  const scores = crossValidated(own)
  console.log(`\n${file}s, ranked by what was learned from other folds`)
  console.table(byKind(asked(own), ({ group }) => rankingOf(group, scores.get(group) ?? [])))
  const cases = casesOf(scores)
  const odds = crossValidatedGate(cases)
  for (const found of [0.3, 0.4, 0.5, 0.6]) {
    console.log(`\n${file}s, judged: found from ${found}, in that story from ${tiers.inThatStory}`)
    console.table(byKind(cases, (one) => judged(one, odds.get(one) ?? 0, { ...tiers, found })))
  }
  const weights = {
    features: features.map(({ name }) => name),
    ranking: learn(own).map(writeTree),
    clues: clues.map(({ name }) => name),
    gate: learnGate(cases).map(writeTree),
    tiers,
  }
  const path = join(import.meta.dirname, `../src/answers/ranking/${file}-weights.json`)
  writeFileSync(path, `${JSON.stringify(weights, null, 1)}\n`)
}

function asked(all: Group[]): { group: Group }[] {
  return all.filter(({ kind }) => kind !== 'none').map((group) => ({ group }))
}
