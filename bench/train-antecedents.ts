import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { antecedentFeatures } from '../src/quotations/people/antecedent-features.ts'
import { antecedentRow, possibleAntecedents, rank } from '../src/quotations/people/antecedents.ts'
import { resolve } from '../src/quotations/people/resolve.ts'
import { type Features, remember, type Told } from '../src/quotations/speakers/features.ts'
import { scoreRows, type Tree, writeTree } from '../src/trees.ts'
import { boost } from './boosting.ts'
import { CORPUS } from './corpus.ts'
import { fitCalibration, type Scored } from './fit-calibration.ts'
import { isSameName } from './same-name.ts'
import { isSource, readSourced, type Sourced } from './sourced.ts'

/**
 * Trains the model that says whom a pronoun stands for, on the train split of a folder in the benchmark's
 * format: `node bench/train-antecedents.ts [FOLDER]`. Run it before train-speakers.ts, which builds on it.
 */
const SETTINGS = { trees: 60, leaves: 8, rate: 0.1, smallest: 15, l2: 3, columns: 0.5 }

const FOLDS = 5

type Question = { described: Features[]; right: boolean[] }

function questionsOf({ scene, quotes }: Sourced): Question[] {
  let told: Told[] = []
  const asked = new Set<object>()
  return quotes.flatMap(({ at, source, run }) => {
    const mention = scene.mentions.findLast((one) => !one.modifies && isSource(scene, one, source))
    if (!mention) return []
    const members = possibleAntecedents(scene, mention, told)
    const right = members.map(({ name }) => source.name !== null && isSameName(source.name, name))
    const described = members.map((member) => antecedentFeatures({ scene, mention, member, told }))
    const isPronoun = mention.kind === 'pronoun'
    const member = isPronoun ? members.find((_, i) => right[i]) : resolve(scene, mention, told)?.member
    told = remember(told, { at, mention, member: member?.id ?? -1, runsOn: run.runsOn })
    if (!isPronoun || source.name === null || asked.has(mention) || !right.includes(true)) return []
    asked.add(mention)
    return [{ described, right }]
  })
}

function grow(questions: Question[], features: string[]): Tree[] {
  const rows = questions.flatMap(({ described }) => described.map((one) => antecedentRow(one, features)))
  const starts = [0]
  for (const { right } of questions) starts.push((starts.at(-1) ?? 0) + right.length)
  const right = Uint8Array.from(questions.flatMap((question) => question.right.map(Number)))
  return boost({ rows, starts, right }, SETTINGS)
}

/** What trees grown without a fold say of it, for every fold. */
function crossValidate(articles: Question[][], features: string[]): Scored[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const trees = grow(articles.filter((_, i) => i % FOLDS !== fold).flat(), features)
    const held = articles.filter((_, i) => i % FOLDS === fold).flat()
    return held.map(({ described, right }) => {
      const rows = described.map((one) => antecedentRow(one, features))
      const { best, share } = rank(scoreRows(trees, rows))
      return { score: share, right: right[best] === true }
    })
  }).flat()
}

const articles = readSourced(process.argv[2] ?? CORPUS, 'train').map(questionsOf)
const features = Object.keys(articles.flat()[0]?.described[0] ?? {})
const answers = crossValidate(articles, features)
const trees = grow(articles.flat(), features)
const calibration = fitCalibration(answers, 8)
const file = join(import.meta.dirname, '../src/quotations/people/antecedent-weights.json')
writeFileSync(file, `${JSON.stringify({ features, calibration, trees: trees.map(writeTree) }, null, 2)}\n`)
const right = answers.filter((answer) => answer.right).length / answers.length
console.log(`${answers.length} pronouns, ${(100 * right).toFixed(1)} % right in cross-validation -> ${file}`)
