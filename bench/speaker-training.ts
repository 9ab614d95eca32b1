import { resolve } from '../src/quotations/people/resolve.ts'
import { candidatesFor } from '../src/quotations/speakers/candidates.ts'
import { type Described, describe, remember, type Told } from '../src/quotations/speakers/features.ts'
import { rowOf, type SpeakerModel } from '../src/quotations/speakers/speaker-model.ts'
import { boost } from './boosting.ts'
import { isSource, type Sourced } from './sourced.ts'

const SETTINGS = { trees: 320, leaves: 20, rate: 0.08, smallest: 60, l2: 10, columns: 0.25 }
/** Smoothing of a wording's weight: as if it had been seen so often, right in so large a share. */
const SEEN = 4
const SHARE = 0.04
/** Rarer wordings keep no weight. */
const RAREST = 10

type Question = { described: Described[]; right: boolean[] }
type Counts = Map<string, { right: number; wrong: number }>

function questionsOf({ scene, quotes }: Sourced): Question[] {
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
    return [{ described, right }]
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

/** Trains a model on articles. */
export function trainSpeakers(articles: Sourced[], settings = SETTINGS): SpeakerModel {
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
  const trees = boost({ rows, starts, right: Uint8Array.from(right) }, settings)
  return { features, wordings: weigh(all), trees }
}
