// Trains the classifier that tells speech from scare quotes and titles.
/**
 *     npm run -s train:speech -- [FOLDER]
 *
 * Prints the results of five-fold cross-validation over articles at each threshold, then trains on all articles and
 * writes src/quotations/speech/speech-weights.json.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findRuns } from '../src/quotations/marks/runs.ts'
import { contextsOf } from '../src/quotations/speech/nested-settings.ts'
import { speechFeatures } from '../src/quotations/speech/speech-features.ts'
import { type LabelledArticle, QUOTATION_CORPUS, readLabelled } from './corpus.ts'
import { type Example, probability, type Training, train } from './logistic.ts'

const WEIGHTS_FILE = join(import.meta.dirname, '../src/quotations/speech/speech-weights.json')
const TRAINING: Training = { minExamples: 8, l1: 2, l2: 1, rounds: 300 }
const FOLDS = 5

type JudgedExample = Example & { likely: number }

/** Returns the labelled examples of outermost runs; unlabelled and doubtful runs are left out. */
function examplesOf({ text, quotes, scare }: LabelledArticle): Example[] {
  const labels = new Map<number, boolean>(scare.map(({ start }) => [start, false]))
  for (const { start, doubtful } of quotes) if (!doubtful) labels.set(start, true)
  return contextsOf(text, findRuns(text)).flatMap((context) => {
    const yes = context.run.depth === 0 ? labels.get(context.run.start) : undefined
    return yes === undefined ? [] : [{ features: speechFeatures(text, context), yes }]
  })
}

function crossValidate(articles: Example[][]): JudgedExample[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = train(articles.filter((_, i) => i % FOLDS !== fold).flat(), TRAINING)
    const rest = articles.filter((_, i) => i % FOLDS === fold).flat()
    return rest.map((example) => ({ ...example, likely: probability(model, example.features) }))
  }).flat()
}

function lineFor(judged: JudgedExample[], threshold: number): string {
  const share = (part: JudgedExample[], of: JudgedExample[]) => part.length / of.length
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

const examples = readLabelled(process.argv[2] ?? QUOTATION_CORPUS, 'train').map(examplesOf)
const judged = crossValidate(examples)
console.log(['threshold', 'F1', 'recall', 'precision', 'scare'].map((head) => head.padStart(9)).join(''))
for (const threshold of [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9])
  console.log(lineFor(judged, threshold))
const model = train(examples.flat(), TRAINING)
writeFileSync(WEIGHTS_FILE, `${JSON.stringify(model, null, 2)}\n`)
console.log(`${Object.keys(model.weights).length} weights from ${examples.flat().length} runs`)
