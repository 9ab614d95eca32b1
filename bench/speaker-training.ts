// Trains the speaker model: pattern weights, then gradient-boosted trees.
import { resolveSpeaker } from '../src/quotations/antecedents/resolve.ts'
import { appendToHistory, type PriorAttribution } from '../src/quotations/scene/history.ts'
import { candidatesFor } from '../src/quotations/speakers/candidates.ts'
import { type CandidateFeatures, describeCandidates } from '../src/quotations/speakers/features.ts'
import { rowOf, type SpeakerModel } from '../src/quotations/speakers/speaker-model.ts'
import { boost } from './boosting.ts'
import { isSource, type SourcedArticle } from './sourced.ts'

const SPEAKER_BOOSTING = {
  trees: 320,
  leaves: 20,
  learningRate: 0.08,
  minLeafRows: 60,
  l2: 10,
  columns: 0.25,
}
/**
 * Smoothing of a pattern's weight: it counts as seen `SMOOTHING_COUNT` times more, right in `SMOOTHING_SHARE` of
 * them.
 */
const SMOOTHING_COUNT = 4
const SMOOTHING_SHARE = 0.04
/** Patterns seen less often get no weight. */
const MIN_PATTERN_COUNT = 10

type Question = { described: CandidateFeatures[]; right: boolean[] }
type PatternCounts = Map<string, { right: number; wrong: number }>

function questionsOf({ annotated, quotes }: SourcedArticle): Question[] {
  let history: PriorAttribution[] = []
  return quotes.flatMap(({ at, source, run }) => {
    const mentions = candidatesFor(annotated, at, history.at(-1)?.mention)
    const right = mentions.map((mention) => isSource(annotated, mention, source))
    const described = describeCandidates(annotated, at, { mentions, history })
    const mention = mentions.findLast((_, i) => right[i])
    if (!mention) return []
    history = appendToHistory(history, {
      at,
      mention,
      entity: resolveSpeaker(annotated, mention, history)?.entity?.id ?? -1,
      runsOn: run.runsOn,
    })
    return [{ described, right }]
  })
}

function count(questions: Question[]): PatternCounts {
  const counts: PatternCounts = new Map()
  for (const { described, right } of questions)
    for (const [i, { patterns }] of described.entries())
      for (const pattern of patterns) {
        const seen = counts.get(pattern) ?? { right: 0, wrong: 0 }
        seen[right[i] ? 'right' : 'wrong']++
        counts.set(pattern, seen)
      }
  return counts
}

/**
 * Returns the log odds of patterns, without the counts of one article, so that its rows do not contain their own
 * answers.
 */
function weigh(all: PatternCounts, own: PatternCounts = new Map()): Map<string, number> {
  const weights = new Map<string, number>()
  for (const pattern of own.size > 0 ? own.keys() : all.keys()) {
    const seen = all.get(pattern) ?? { right: 0, wrong: 0 }
    const less = own.get(pattern) ?? { right: 0, wrong: 0 }
    const [right, wrong] = [seen.right - less.right, seen.wrong - less.wrong]
    if (right + wrong < MIN_PATTERN_COUNT) continue
    const odds = Math.log(
      (right + SMOOTHING_COUNT * SMOOTHING_SHARE) / (wrong + SMOOTHING_COUNT * (1 - SMOOTHING_SHARE)),
    )
    weights.set(pattern, Math.round(odds * 100) / 100)
  }
  return weights
}

/** Returns a model trained on articles. */
export function trainSpeakers(articles: SourcedArticle[], settings = SPEAKER_BOOSTING): SpeakerModel {
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
  return { features, patterns: weigh(all), trees }
}
