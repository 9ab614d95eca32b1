/**
 * Learns to tell speech from scare quotes and titles, and writes src/quotations/speech/speech-weights.json.
 *
 *     npm run -s train:speech -- [FOLDER]
 *
 * Prints what five-fold cross-validation over articles promises for each threshold, then trains on all.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findRuns } from '../src/quotations/marks/runs.ts'
import { settingsOf } from '../src/quotations/speech/nested-settings.ts'
import { speechFeatures } from '../src/quotations/speech/speech-features.ts'
import { CORPUS, type Labelled, readLabelled } from './corpus.ts'
import { type Example, probability, type Training, train } from './logistic.ts'

const WEIGHTS = join(import.meta.dirname, '../src/quotations/speech/speech-weights.json')
const TRAINING: Training = { rarest: 8, l1: 2, l2: 1, rounds: 300 }
const FOLDS = 5

type Judged = Example & { likely: number }

/** What people said of each outermost run; those they passed over or doubted teach nothing. */
function examplesOf({ text, quotes, scare }: Labelled): Example[] {
  const labels = new Map<number, boolean>(scare.map(({ start }) => [start, false]))
  for (const { start, doubtful } of quotes) if (!doubtful) labels.set(start, true)
  return settingsOf(text, findRuns(text)).flatMap((setting) => {
    const yes = setting.run.depth === 0 ? labels.get(setting.run.start) : undefined
    return yes === undefined ? [] : [{ features: speechFeatures(text, setting), yes }]
  })
}

function crossValidate(articles: Example[][]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = train(articles.filter((_, i) => i % FOLDS !== fold).flat(), TRAINING)
    const rest = articles.filter((_, i) => i % FOLDS === fold).flat()
    return rest.map((example) => ({ ...example, likely: probability(model, example.features) }))
  }).flat()
}

function lineFor(judged: Judged[], threshold: number): string {
  const share = (part: Judged[], of: Judged[]) => part.length / of.length
  const taken = judged.filter(({ likely }) => likely >= threshold)
  const said = judged.filter(({ yes }) => yes)
  const right = taken.filter(({ yes }) => yes)
  const scare = judged.filter(({ yes }) => !yes)
  const f1 = (2 * right.length) / (taken.length + said.length)
  const figures = [
    threshold,
    f1,
    share(right, said),
    share(right, taken),
    (taken.length - right.length) / scare.length,
  ]
  return figures.map((figure) => figure.toFixed(3).padStart(9)).join('')
}

const examples = readLabelled(process.argv[2] ?? CORPUS, 'train').map(examplesOf)
const judged = crossValidate(examples)
console.log(['threshold', 'F1', 'recall', 'precision', 'scare'].map((head) => head.padStart(9)).join(''))
for (const threshold of [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9])
  console.log(lineFor(judged, threshold))
const model = train(examples.flat(), TRAINING)
writeFileSync(WEIGHTS, `${JSON.stringify(model, null, 2)}\n`)
console.log(`${Object.keys(model.weights).length} weights from ${examples.flat().length} runs`)
