// Trains the antecedent model, which resolves pronouns.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { antecedentFeatures } from '../src/quotations/antecedents/antecedent-features.ts'
import {
  antecedentRow,
  bestOf,
  possibleAntecedents,
} from '../src/quotations/antecedents/pronoun-antecedents.ts'
import { resolveSpeaker } from '../src/quotations/antecedents/resolve.ts'
import type { Features } from '../src/quotations/models/features.ts'
import { appendToHistory, type PriorAttribution } from '../src/quotations/scene/history.ts'
import { scoreRows, type Tree, writeTree } from '../src/trees.ts'
import { boost } from './boosting.ts'
import { QUOTATION_CORPUS } from './corpus.ts'
import { fitCalibration, type ScoredAnswer } from './fit-calibration.ts'
import { isSameName } from './same-name.ts'
import { isSource, readSourced, type SourcedArticle } from './sourced.ts'

/**
 * Usage: `node bench/train-antecedents.ts [FOLDER]`, with FOLDER in the benchmark's format, of which the train split is
 * read. Writes src/quotations/people/antecedent-weights.json. Run it before train-speakers.ts, which builds on it.
 */

const ANTECEDENT_BOOSTING = { trees: 60, leaves: 8, learningRate: 0.1, minLeafRows: 15, l2: 3, columns: 0.5 }

const FOLDS = 5

type Question = { described: Features[]; right: boolean[] }

function questionsOf({ annotated, quotes }: SourcedArticle): Question[] {
  let history: PriorAttribution[] = []
  const asked = new Set<object>()
  return quotes.flatMap(({ at, source, run }) => {
    const mention = annotated.mentions.findLast((one) => !one.modifies && isSource(annotated, one, source))
    if (!mention) return []
    const candidates = possibleAntecedents(annotated, mention, history)
    const right = candidates.map(({ name }) => source.name !== null && isSameName(source.name, name))
    const described = candidates.map((entity) => antecedentFeatures({ annotated, mention, entity, history }))
    const isPronoun = mention.kind === 'pronoun'
    const entity = isPronoun
      ? candidates.find((_, i) => right[i])
      : resolveSpeaker(annotated, mention, history)?.entity
    history = appendToHistory(history, { at, mention, entity: entity?.id ?? -1, runsOn: run.runsOn })
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
  return boost({ rows, starts, right }, ANTECEDENT_BOOSTING)
}

/** Returns the answers for every fold, by trees trained on the other folds. */
function crossValidate(articles: Question[][], features: string[]): ScoredAnswer[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const trees = grow(articles.filter((_, i) => i % FOLDS !== fold).flat(), features)
    const held = articles.filter((_, i) => i % FOLDS === fold).flat()
    return held.map(({ described, right }) => {
      const rows = described.map((one) => antecedentRow(one, features))
      const { best, share } = bestOf(scoreRows(trees, rows))
      return { score: share, right: right[best] === true }
    })
  }).flat()
}

const articles = readSourced(process.argv[2] ?? QUOTATION_CORPUS, 'train').map(questionsOf)
const features = Object.keys(articles.flat()[0]?.described[0] ?? {})
const answers = crossValidate(articles, features)
const trees = grow(articles.flat(), features)
const calibration = fitCalibration(answers, 8)
const file = join(import.meta.dirname, '../src/quotations/antecedents/antecedent-weights.json')
writeFileSync(file, `${JSON.stringify({ features, calibration, trees: trees.map(writeTree) }, null, 2)}\n`)
const right = answers.filter((answer) => answer.right).length / answers.length
console.log(`${answers.length} pronouns, ${(100 * right).toFixed(1)} % right in cross-validation -> ${file}`)
