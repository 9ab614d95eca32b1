// Trains the model that says whom a pronoun stands for.
/**
 * Prints how often it is right on what it has not seen.
 *
 *     npm run -s train:antecedents -- [FOLDER] [TREEBANK]
 *
 * FOLDER holds labelled news in the benchmark's format; of its pronouns only those are labelled that are easy. TREEBANK
 * holds documents whose coreference people marked; a tenth of them is held back. Run it before train-speakers.ts, which
 * builds on it. Prints how often the model is right on what it has not seen, and how often the nearest one would be.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { antecedentRow, bestOf } from '../src/quotations/antecedents/pronoun-antecedents.ts'
import { scoreRows, type Tree, writeTree } from '../src/trees.ts'
import { newsQuestions, type Question, treebankQuestions } from './antecedent-questions.ts'
import { boost } from './boosting.ts'
import { QUOTATION_CORPUS } from './corpus.ts'
import { fitCalibration, type ScoredAnswer } from './fit-calibration.ts'
import { readSourced } from './sourced.ts'
import { readTreebank, TREEBANK } from './treebank.ts'

const ANTECEDENT_BOOSTING = {
  trees: 150,
  leaves: 12,
  learningRate: 0.1,
  minLeafRows: 15,
  l2: 3,
  columns: 0.5,
}
const FOLDS = 5
/**
 * How much a pronoun of the treebank counts against one of news: with a tenth most of the news' are right in
 * cross-validation, and as many of the treebank's as with all.
 */
const TREEBANK_WEIGHT = 0.1

type Weighted = Question & { weight: number }

const weighted = (questions: Question[], weight: number): Weighted[] =>
  questions.map((question) => ({ ...question, weight }))

function grow(questions: Weighted[], features: string[]): Tree[] {
  const answerable = questions.filter(({ right }) => right.includes(true))
  const rows = answerable.flatMap(({ described }) => described.map((one) => antecedentRow(one, features)))
  const starts = [0]
  for (const { right } of answerable) starts.push((starts.at(-1) ?? 0) + right.length)
  const right = Uint8Array.from(answerable.flatMap((question) => question.right.map(Number)))
  const weights = answerable.map(({ weight }) => weight)
  return boost({ rows, starts, right, weights }, ANTECEDENT_BOOSTING)
}

function answer(trees: Tree[], features: string[], { described, right }: Question): ScoredAnswer {
  const { best, share } = bestOf(
    scoreRows(
      trees,
      described.map((one) => antecedentRow(one, features)),
    ),
  )
  return { score: share, right: right[best] === true }
}

/** What trees grown without a fold say of it, for every fold. */
function crossValidate(articles: Weighted[][], others: Weighted[][], features: string[]): ScoredAnswer[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const learned = [...articles.filter((_, i) => i % FOLDS !== fold), ...others].flat()
    const trees = grow(learned, features)
    return articles
      .filter((_, i) => i % FOLDS === fold)
      .flatMap((own) => own.map((one) => answer(trees, features, one)))
  }).flat()
}

function printShare(label: string, answers: ScoredAnswer[]): void {
  const right = answers.filter((one) => one.right).length
  console.log(
    `${label}: ${right} of ${answers.length} right, ${((100 * right) / answers.length).toFixed(1)} %`,
  )
}

const news = readSourced(process.argv[2] ?? QUOTATION_CORPUS, 'train').map((article) =>
  weighted(newsQuestions(article), 1),
)
const bank = readTreebank(process.argv[3] ?? TREEBANK)
const [documents, held] = [bank.train, bank.held].map((part) =>
  part.map((document) => weighted(treebankQuestions(document), TREEBANK_WEIGHT)),
) as [Weighted[][], Weighted[][]]
const features = Object.keys(news.flat()[0]?.described[0] ?? {})
const inNews = crossValidate(news, documents, features)
const inBank = crossValidate(documents, news, features)
printShare('news, in cross-validation', inNews)
printShare('news alone, in cross-validation', crossValidate(news, [], features))
printShare('treebank, in cross-validation', inBank)
const trees = grow([...news, ...documents].flat(), features)
const newsTrees = grow(news.flat(), features)
const asked = held.flat()
printShare(
  'treebank, held back',
  asked.map((one) => answer(trees, features, one)),
)
printShare(
  'treebank, held back, from news alone',
  asked.map((one) => answer(newsTrees, features, one)),
)
const calibration = fitCalibration([...inNews, ...inBank], 8)
const file = join(import.meta.dirname, '../src/quotations/antecedents/antecedent-weights.json')
writeFileSync(file, `${JSON.stringify({ features, calibration, trees: trees.map(writeTree) }, null, 2)}\n`)
console.log(`-> ${file}`)
