import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { antecedentFeatures } from '../src/quotations/antecedent-features.ts'
import { antecedentRow, possibleAntecedents } from '../src/quotations/antecedents.ts'
import type { Features, Told } from '../src/quotations/features.ts'
import { resolve } from '../src/quotations/resolve.ts'
import { writeTree } from '../src/quotations/trees.ts'
import { boost } from './boosting.ts'
import { CORPUS } from './corpus.ts'
import { isSameName } from './same-name.ts'
import { isSource, readSourced, type Sourced } from './sourced.ts'

/**
 * Trains the model that says whom a pronoun stands for, on the train split of a folder in the benchmark's
 * format: `node bench/train-antecedents.ts [FOLDER]`. Run it before train-speakers.ts, which builds on it.
 */
const SETTINGS = { trees: 60, leaves: 8, rate: 0.1, smallest: 15, l2: 3, columns: 0.5 }

type Question = { described: Features[]; right: boolean[] }

function questionsOf({ scene, quotes }: Sourced): Question[] {
  const told: Told[] = []
  const asked = new Set<object>()
  return quotes.flatMap(({ at, source, runsOn }) => {
    const mention = scene.mentions.findLast((one) => !one.modifies && isSource(scene, one, source))
    if (!mention) return []
    const members = possibleAntecedents(scene, mention, told)
    const right = members.map(({ name }) => source.name !== null && isSameName(source.name, name))
    const described = members.map((member) => antecedentFeatures({ scene, mention, member, told }))
    const isPronoun = mention.kind === 'pronoun'
    const member = isPronoun ? members.find((_, i) => right[i]) : resolve(scene, mention, told)?.member
    told.push({ at, mention, member: member?.id ?? -1, runsOn })
    if (!isPronoun || asked.has(mention) || !right.includes(true)) return []
    asked.add(mention)
    return [{ described, right }]
  })
}

const questions = readSourced(process.argv[2] ?? CORPUS, 'train').flatMap(questionsOf)
const features = Object.keys(questions[0]?.described[0] ?? {})
const rows = questions.flatMap(({ described }) => described.map((one) => antecedentRow(one, features)))
const starts = [0]
for (const { right } of questions) starts.push((starts.at(-1) ?? 0) + right.length)
const trees = boost(
  { rows, starts, right: Uint8Array.from(questions.flatMap(({ right }) => right.map(Number))) },
  SETTINGS,
)
const file = join(import.meta.dirname, '../src/quotations/antecedent-weights.json')
writeFileSync(file, `${JSON.stringify({ features, trees: trees.map(writeTree) }, null, 2)}\n`)
console.log(`${questions.length} pronouns, ${trees.length} trees -> ${file}`)
