// Measures what the ranking is worth on all sets of questions, in folds, with and without each group of features:
//   npm run bench:relevance [FOLDER] [--ablation] [--misses]
import { join } from 'node:path'
import { PASSAGE_FEATURES, QUOTATION_FEATURES } from '../src/answers/ranking/features.ts'
import { folderArgument } from './figures.ts'
import { allGroups } from './relevance/all-groups.ts'
import { crossValidated } from './relevance/folds.ts'
import type { Group } from './relevance/groups.ts'
import { byKind, rankingOf, shown } from './relevance/measures.ts'

const folder = folderArgument() ?? join(import.meta.dirname, '../../shared/bench')
const has = (flag: string) => process.argv.includes(flag)
const groups = (await allGroups(folder, ['newsroom', 'news', 'retrieval', 'quotes'])).filter(
  ({ kind }) => kind !== 'none',
)

for (const [command, features] of [
  ['context', PASSAGE_FEATURES],
  ['quote', QUOTATION_FEATURES],
] as const) {
  const own = groups.filter((group) => group.command === command)
  const index = features.findIndex(({ name }) => name === 'index')
  measure(`${command}: the index alone`, own, byColumn(own, index))
  const scores = crossValidated(own)
  measure(`${command}: all features`, own, scores)
  if (has('--misses')) listMisses(own, scores)
  if (!has('--ablation')) continue
  for (const left of new Set(features.map(({ group }) => group))) {
    const columns = features.flatMap(({ group }, i) => (group === left ? [i] : []))
    measure(`${command}: without ${left}`, own, crossValidated(own, new Set(columns)))
  }
}

function byColumn(own: Group[], column: number): Map<Group, number[]> {
  return new Map(own.map((group) => [group, group.rows.map((row) => row[column] as number)]))
}

function measure(title: string, own: Group[], scores: Map<Group, number[]>): void {
  console.log(`\n${title}`)
  console.table(
    byKind(
      own.map((group) => ({ group })),
      ({ group }) => rankingOf(group, scores.get(group) ?? []),
    ),
  )
}

/** Each question whose right piece does not come first: where it stands, and what does come first. */
function listMisses(own: Group[], scores: Map<Group, number[]>): void {
  for (const group of own) {
    const order = shown(group, scores.get(group) ?? [])
    const place = order.findIndex((i) => group.gains[i] === 1)
    if (place === 0) continue
    const known = group.gains.includes(1) ? '' : ' (no candidate)'
    console.log(`${group.set} ${place + 1 || '-'}${known} ${group.text} | ${group.texts[order[0] ?? -1]}`)
  }
}
