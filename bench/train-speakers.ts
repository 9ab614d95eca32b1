// Trains the speaker model, which ranks the mentions near a quotation.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { confidenceBy } from '../src/quotations/speakers/confidence.ts'
import { writeTree } from '../src/trees.ts'
import { answersFor, calibrationsOf, curveOf, kindsOf, type SpeakerAnswer } from './answers.ts'
import { QUOTATION_CORPUS } from './corpus.ts'
import { readSourced, type SourcedArticle } from './sourced.ts'
import { trainSpeakers } from './speaker-training.ts'

/**
 * Usage: `node bench/train-speakers.ts [FOLDER]`, with FOLDER in the benchmark's format, of which the train split is
 * read. Writes src/quotations/speakers/speaker-weights.json; the same input gives the same weights. Prints precision
 * and coverage at each confidence threshold, by cross-validation.
 */

const FOLDS = 3
const DATE = /\d{4}-\d\d-\d\d/

/** Returns folds of consecutive dates, so that different papers' reports of one day are rarely in different folds. */
function foldsByDate(articles: SourcedArticle[]): SourcedArticle[][] {
  const dateOf = ({ name }: SourcedArticle) => DATE.exec(name)?.[0] ?? ''
  const sorted = articles.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)))
  const size = Math.ceil(sorted.length / FOLDS)
  return Array.from({ length: FOLDS }, (_, fold) => sorted.slice(fold * size, (fold + 1) * size))
}

/** Returns the answers for every fold, by models trained on the other folds. */
function crossValidate(articles: SourcedArticle[]): SpeakerAnswer[] {
  return foldsByDate(articles).flatMap((held) => {
    const model = trainSpeakers(articles.filter((article) => !held.includes(article)))
    return held.flatMap((article) => answersFor(article, model))
  })
}

const articles = readSourced(process.argv[2] ?? QUOTATION_CORPUS, 'train')
const answers = crossValidate(articles)
const calibration = calibrationsOf(answers)
console.table(kindsOf(answers))
console.table(curveOf(answers, confidenceBy(calibration)))
const { features, patterns, trees } = trainSpeakers(articles)
const model = { features, calibration, wordings: Object.fromEntries(patterns), trees: trees.map(writeTree) }
const file = join(import.meta.dirname, '../src/quotations/speakers/speaker-weights.json')
writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`)
console.log(`${answers.length} quotations -> ${file}`)
