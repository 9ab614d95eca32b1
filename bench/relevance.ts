// Measures what ranking and gate are worth on all sets of questions, in folds, and writes the tables of docs/measurements.md:
//   npm run bench:relevance [FOLDER] [--ablation] [--misses]
// --ablation: without each group of features; --misses: what does not come first, and what is wrongly shown as found.
import { join } from 'node:path'
import { PASSAGE_FEATURES, QUOTATION_FEATURES } from '../src/answers/ranking/features.ts'
import { PASSAGES, QUOTATIONS } from '../src/answers/ranking/ranking-model.ts'
import { folderArgument } from './figures.ts'
import { allGroups } from './relevance/all-groups.ts'
import { crossValidated } from './relevance/folds.ts'
import { type Case, casesOf, crossValidatedGate } from './relevance/gate.ts'
import type { Group } from './relevance/groups.ts'
import { judged } from './relevance/judged.ts'
import { tableOf } from './relevance/markdown.ts'
import { byKind, rankingOf, shown } from './relevance/measures.ts'

const COMMANDS = [
  { command: 'context', features: PASSAGE_FEATURES, model: PASSAGES },
  { command: 'quote', features: QUOTATION_FEATURES, model: QUOTATIONS },
] as const

const RANKING = ['n', 'story first', 'story in 10', 'first', 'in 10', 'MRR', 'known']
const TIERS = ['n', 'found', 'right when found', 'found, not right', 'in that story', 'nothing', 'not found']

const folder = folderArgument() ?? join(import.meta.dirname, '../../shared/bench')
const has = (flag: string) => process.argv.includes(flag)
const groups = await allGroups(folder, ['newsroom', 'news', 'retrieval', 'quotes'])

for (const { command, features, model } of COMMANDS) {
  const own = groups.filter((group) => group.command === command)
  const index = features.findIndex(({ name }) => name === 'index')
  print(`${command}: the index alone`, ranked(own, byColumn(own, index)))
  const scores = crossValidated(own)
  print(`${command}: all features`, ranked(own, scores))
  const cases = casesOf(scores)
  const odds = crossValidatedGate(cases)
  const tiers = byKind(cases, (one) => judged(one, odds.get(one) ?? 0, model.tiers))
  print(`${command}: found from ${model.tiers.found}`, tableOf(tiers, TIERS))
  if (has('--misses')) {
    listMisses(own, scores)
    listWronglyFound(cases.filter((one) => (odds.get(one) ?? 0) >= model.tiers.found))
  }
  if (!has('--ablation')) continue
  for (const left of new Set(features.map(({ group }) => group))) {
    const columns = features.flatMap(({ group }, i) => (group === left ? [i] : []))
    print(`${command}: without ${left}`, ranked(own, crossValidated(own, new Set(columns))))
  }
}

function byColumn(own: Group[], column: number): Map<Group, number[]> {
  return new Map(own.map((group) => [group, group.rows.map((row) => row[column] as number)]))
}

function ranked(own: Group[], scores: Map<Group, number[]>): string {
  const answerable = own.filter(({ kind }) => kind !== 'none').map((group) => ({ group }))
  return tableOf(
    byKind(answerable, ({ group }) => rankingOf(group, scores.get(group) ?? [])),
    RANKING,
  )
}

function print(title: string, table: string): void {
  console.log(`\n${title}\n\n${table}`)
}

/** Each question whose right piece does not come first: where it stands, and what does come first. */
function listMisses(own: Group[], scores: Map<Group, number[]>): void {
  for (const group of own.filter(({ kind }) => kind !== 'none')) {
    const order = shown(group, scores.get(group) ?? [])
    const place = order.findIndex((i) => group.gains[i] === 1)
    if (place === 0) continue
    const known = group.gains.includes(1) ? '' : ' (no candidate)'
    console.log(`${group.set} ${place + 1 || '-'}${known} ${group.text} | ${group.texts[order[0] ?? -1]}`)
  }
}

/** What is shown as found and is not right: the worst error. */
function listWronglyFound(found: Case[]): void {
  for (const { group, best } of found.filter(({ isRight }) => !isRight))
    console.log(`${group.set} ${group.kind}, found: ${group.text} | ${group.texts[best]}`)
}
