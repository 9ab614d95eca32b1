// Measures the quotations found in labelled articles against the marked ones.
/**
 * Prints detection, attribution, calibration, speed and growth.
 *
 *     npm run -s bench:quotations -- [FOLDER] [--keep] [--errors]
 *
 * FOLDER holds data/SPLIT/text/*.txt, gold/SPLIT.jsonl and score.mjs, for the splits train and dev. `--errors`
 * prints each quotation of dev that is missed or whose speaker is wrong, with its class.
 */
import { findQuotations } from '../src/quotations/find-quotations.ts'
import { confidenceOf } from '../src/quotations/speakers/confidence.ts'
import { answersFor, curveOf } from './answers.ts'
import { calibrationBuckets } from './calibration.ts'
import { type LabelledArticle, QUOTATION_CORPUS, readLabelled } from './corpus.ts'
import { folderArgument, keepFigures } from './figures.ts'
import { measureGrowth } from './growth.ts'
import { printErrors } from './quotation-errors.ts'
import { type FoundQuotations, type Scores, score } from './scores.ts'
import { readSourced } from './sourced.ts'

/** The scorer's measures to print, in order, with their labels; all are shares. */
const MEASURES = {
  F: 'detection F1',
  P: 'detection precision',
  R: 'detection recall',
  mention: 'mention accuracy on found quotations',
  name: 'name accuracy on found quotations',
  eF: 'end to end, mention or name, F1',
  mPrec: 'mention precision when answered',
  mCov: 'mention coverage',
  nPrec: 'name precision when answered',
  nCov: 'name coverage',
  scareRate: 'scare quotes taken',
  titleRate: 'titles among them taken',
}

type Split = {
  name: string
  articles: LabelledArticle[]
  found: FoundQuotations[]
  seconds: number
  scores: Scores
}

function readSplit(folder: string, name: string): Split {
  const articles = readLabelled(folder, name)
  const start = performance.now()
  const found = articles.map(({ name, text }) => ({ name, quotations: findQuotations(text) }))
  const seconds = (performance.now() - start) / 1000
  return { name, articles, found, seconds, scores: score(folder, name, found) }
}

function printMeasures(dev: Split, train: Split): void {
  printRow('percent', ['dev', 'train'])
  for (const [key, label] of Object.entries(MEASURES))
    printRow(label, [percent(dev.scores.measures[key]), percent(train.scores.measures[key])])
}

function printClasses({ name, scores }: Split): void {
  printRow(`\n${name}, by class`, ['quotations', 'found', 'mention', 'name', 'either'])
  for (const [label, [count, found, mention, right, , either]] of Object.entries(scores.splits))
    printRow(label, [`${count}`, found, mention, right, either])
}

function printCalibration({ name, articles, found }: Split): void {
  printRow(`\n${name}, by confidence`, ['answers', 'confidence', 'right'])
  for (const { from, answers, confidence, right } of calibrationBuckets(articles, found))
    printRow(`from ${from}`, [`${answers}`, percent(confidence), percent(right)])
}

function printSpeed({ name, articles, seconds }: Split): void {
  const words = articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  const each = `${((seconds * 1e6) / words).toFixed(1)} µs a word`
  console.log(`${name}: ${articles.length} articles, ${words} words in ${seconds.toFixed(2)} s, ${each}`)
}

function printGrowth(): void {
  printRow('\nfour times the text', ['characters', 'ms', 'times as long'])
  for (const { kind, characters, milliseconds, ratio } of measureGrowth())
    printRow(kind, [`${characters}`, milliseconds.toFixed(0), ratio?.toFixed(1) ?? 'too quick to tell'])
}

function printRow(label: string, cells: string[]): void {
  console.log(label.padEnd(40) + cells.map((cell) => cell.padStart(18)).join(''))
}

function percent(share = 0): string {
  return (100 * share).toFixed(1)
}

const folder = folderArgument() ?? QUOTATION_CORPUS
const dev = readSplit(folder, 'dev')
const train = readSplit(folder, 'train')
printMeasures(dev, train)
if (process.argv.includes('--errors')) printErrors(dev.articles, dev.found)
for (const split of [dev, train]) printClasses(split)
for (const split of [dev, train]) printCalibration(split)
console.log('\ndev, by threshold of confidence')
console.table(
  curveOf(
    readSourced(folder, 'dev').flatMap((article) => answersFor(article)),
    confidenceOf,
  ),
)
console.log()
for (const split of [dev, train]) printSpeed(split)
printGrowth()
const { measures, counts } = dev.scores
const share = (key: string) => Number((measures[key] ?? 0).toFixed(3))
keepFigures({
  attribution: {
    quotations: counts.gold as number,
    found: share('F'),
    mention: share('mention'),
    name: share('name'),
    answered: share('mCov'),
    rightWhenAnswered: share('mPrec'),
  },
})
