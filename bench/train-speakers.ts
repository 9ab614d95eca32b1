import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attributeRuns } from '../src/quotations/attribute.ts'
import { candidatesFor } from '../src/quotations/candidates.ts'
import { rawConfidence } from '../src/quotations/confidence.ts'
import { type Described, describe, remember, type Told } from '../src/quotations/features.ts'
import { resolve } from '../src/quotations/resolve.ts'
import { rowOf, type SpeakerModel } from '../src/quotations/speaker-model.ts'
import { writeTree } from '../src/quotations/trees.ts'
import { boost } from './boosting.ts'
import { CORPUS } from './corpus.ts'
import { fitCalibration, type Scored } from './fit-calibration.ts'
import { isSameName } from './same-name.ts'
import { isSource, readSourced, type Sourced } from './sourced.ts'

/**
 * Trains the model that ranks the mentions near a quotation, on the train split of a folder in the
 * benchmark's format: `node bench/train-speakers.ts [FOLDER]`. Same input, same weights.
 */
const SETTINGS = { trees: 160, leaves: 16, rate: 0.12, smallest: 40, l2: 3, columns: 0.5 }
/** Smoothing of a wording's weight: as if it had been seen so often, right in so large a share. */
const SEEN = 4
const SHARE = 0.04
/** Rarer wordings keep no weight. */
const RAREST = 15
const FOLDS = 3

type Question = { described: Described[]; right: boolean[]; article: number }
type Counts = Map<string, { right: number; wrong: number }>

function questionsOf({ scene, quotes }: Sourced, article: number): Question[] {
  let told: Told[] = []
  return quotes.flatMap(({ at, source, run }) => {
    const mentions = candidatesFor(scene, at, told.at(-1)?.mention)
    const right = mentions.map((mention) => isSource(scene, mention, source))
    const described = describe(scene, at, { mentions, told })
    const mention = mentions.findLast((_, i) => right[i])
    if (!mention) return []
    told = remember(told, {
      at,
      mention,
      member: resolve(scene, mention, told)?.member?.id ?? -1,
      runsOn: run.runsOn,
    })
    return [{ described, right, article }]
  })
}

function count(questions: Question[]): Counts {
  const counts: Counts = new Map()
  for (const { described, right } of questions)
    for (const [i, { wordings }] of described.entries())
      for (const wording of wordings) {
        const seen = counts.get(wording) ?? { right: 0, wrong: 0 }
        seen[right[i] ? 'right' : 'wrong']++
        counts.set(wording, seen)
      }
  return counts
}

/** Log odds of the wordings, without what one article says of them, so that no row knows its own answer. */
function weigh(all: Counts, own: Counts = new Map()): Map<string, number> {
  const weights = new Map<string, number>()
  for (const wording of own.size > 0 ? own.keys() : all.keys()) {
    const seen = all.get(wording) ?? { right: 0, wrong: 0 }
    const less = own.get(wording) ?? { right: 0, wrong: 0 }
    const [right, wrong] = [seen.right - less.right, seen.wrong - less.wrong]
    if (right + wrong < RAREST) continue
    const odds = Math.log((right + SEEN * SHARE) / (wrong + SEEN * (1 - SHARE)))
    weights.set(wording, Math.round(odds * 100) / 100)
  }
  return weights
}

function train(articles: Sourced[]): SpeakerModel {
  const questions = articles.map(questionsOf)
  const all = count(questions.flat())
  const features = Object.keys(questions.flat()[0]?.described[0]?.features ?? {})
  const rows: Float32Array[] = []
  const starts = [0]
  const right: number[] = []
  for (const own of questions) {
    const weights = weigh(all, count(own))
    for (const question of own) {
      for (const one of question.described) rows.push(rowOf(one, features, weights))
      right.push(...question.right.map(Number))
      starts.push(rows.length)
    }
  }
  const trees = boost({ rows, starts, right: Uint8Array.from(right) }, SETTINGS)
  return { features, wordings: weigh(all), trees }
}

/** How models trained without a fold do on it, for every fold, asked as the product asks. */
function crossValidate(articles: Sourced[]): Scored[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = train(articles.filter((_, i) => i % FOLDS !== fold))
    return articles.filter((_, i) => i % FOLDS === fold).flatMap((article) => answersIn(article, model))
  }).flat()
}

function answersIn({ scene, quotes }: Sourced, model: SpeakerModel): Scored[] {
  const found = attributeRuns(
    scene,
    quotes.map(({ run }) => run),
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
const { features, wordings, trees } = train(articles)
const model = {
  features,
  calibration: fitCalibration(answers),
  wordings: Object.fromEntries(wordings),
  trees: trees.map(writeTree),
}
const file = join(import.meta.dirname, '../src/quotations/speaker-weights.json')
writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`)
const right = answers.filter((answer) => answer.right).length / answers.length
console.log(
  `${answers.length} quotations, ${(100 * right).toFixed(1)} % right in cross-validation -> ${file}`,
)
