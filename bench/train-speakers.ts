import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attributeRuns } from '../src/quotations/speakers/attribute.ts'
import { rawConfidence } from '../src/quotations/speakers/confidence.ts'
import type { SpeakerModel } from '../src/quotations/speakers/speaker-model.ts'
import { writeTree } from '../src/quotations/speakers/trees.ts'
import { CORPUS } from './corpus.ts'
import { fitCalibration, type Scored } from './fit-calibration.ts'
import { isSameName } from './same-name.ts'
import { isSource, readSourced, type Sourced } from './sourced.ts'
import { trainSpeakers } from './speaker-training.ts'

/**
 * Makes the weights of the model that ranks the mentions near a quotation, from the train split of a folder
 * in the benchmark's format: `node bench/train-speakers.ts [FOLDER]`. Same input, same weights.
 */
const FOLDS = 3

/** How models trained without a fold do on it, for every fold, asked as the product asks. */
function crossValidate(articles: Sourced[]): Scored[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = trainSpeakers(articles.filter((_, i) => i % FOLDS !== fold))
    return articles.filter((_, i) => i % FOLDS === fold).flatMap((article) => answersIn(article, model))
  }).flat()
}

function answersIn({ scene, quotes }: Sourced, model: SpeakerModel): Scored[] {
  const found = attributeRuns(
    scene,
    quotes.map(({ run }) => ({ ...run, probability: 1 })),
    model,
  )
  return quotes.flatMap(({ run, source }) => {
    const one = found.get(run.start)
    if (!one) return []
    const right = source.name
      ? isSameName(source.name, one.speaker ?? '')
      : isSource(scene, one.mention, source)
    return [{ score: rawConfidence(one), right }]
  })
}

const articles = readSourced(process.argv[2] ?? CORPUS, 'train')
const answers = crossValidate(articles)
const { features, wordings, trees } = trainSpeakers(articles)
const model = {
  features,
  calibration: fitCalibration(answers),
  wordings: Object.fromEntries(wordings),
  trees: trees.map(writeTree),
}
const file = join(import.meta.dirname, '../src/quotations/speakers/speaker-weights.json')
writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`)
const right = answers.filter((answer) => answer.right).length / answers.length
console.log(
  `${answers.length} quotations, ${(100 * right).toFixed(1)} % right in cross-validation -> ${file}`,
)
