import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calibrated, readKnots } from '../src/quotations/speakers/calibration.ts'
import { writeTree } from '../src/trees.ts'
import { type Answer, answersFor, curveOf } from './answers.ts'
import { CORPUS } from './corpus.ts'
import { fitCalibration } from './fit-calibration.ts'
import { readSourced, type Sourced } from './sourced.ts'
import { trainSpeakers } from './speaker-training.ts'

/**
 * Makes the weights of the model that ranks the mentions near a quotation, from the train split of a folder
 * in the benchmark's format: `node bench/train-speakers.ts [FOLDER]`. Same input, same weights. Prints what each
 * threshold of confidence costs and brings on articles that the model has not seen.
 */
const FOLDS = 3
const DATE = /\d{4}-\d\d-\d\d/

/** The articles cut by date, so that no fold has another paper's report of the same day in another. */
function foldsByDate(articles: Sourced[]): Sourced[][] {
  const dateOf = ({ name }: Sourced) => DATE.exec(name)?.[0] ?? ''
  const sorted = articles.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)))
  const size = Math.ceil(sorted.length / FOLDS)
  return Array.from({ length: FOLDS }, (_, fold) => sorted.slice(fold * size, (fold + 1) * size))
}

/** How models trained without a fold do on it, for every fold, asked as the product asks. */
function crossValidate(articles: Sourced[]): Answer[] {
  return foldsByDate(articles).flatMap((held) => {
    const model = trainSpeakers(articles.filter((article) => !held.includes(article)))
    return held.flatMap((article) => answersFor(article, model))
  })
}

const articles = readSourced(process.argv[2] ?? CORPUS, 'train')
const answers = crossValidate(articles)
const scored = answers.map(({ sure, name, mention }) => ({ score: sure, right: name ?? mention }))
const calibration = fitCalibration(scored)
const knots = readKnots(calibration)
console.table(curveOf(answers, (sure) => calibrated(knots, sure)))
const { features, wordings, trees } = trainSpeakers(articles)
const model = { features, calibration, wordings: Object.fromEntries(wordings), trees: trees.map(writeTree) }
const file = join(import.meta.dirname, '../src/quotations/speakers/speaker-weights.json')
writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`)
console.log(`${answers.length} quotations -> ${file}`)
