// Lists the clues by which an answer is judged: what the best candidate has of the question, and what is nowhere.
import { exactShareOf, missingWeight, rarestWeight } from './coverage.ts'
import { NOT_ASKED } from './feature.ts'
import type { Field, Measured } from './measure-candidates.ts'
import { pairShare } from './proximity.ts'
import { speechFeatures } from './speech-features.ts'

/** What is looked at: the best candidate, the scores of all and the stories they are of, in their order, and the field. */
export type Judged = { best: Measured; scores: number[]; stories: string[]; field: Field }

export type Clue = { name: string; of: (judged: Judged) => number }

const cluesOf = (clues: Record<string, Clue['of']>): Clue[] =>
  Object.entries(clues).map(([name, of]) => ({ name, of }))

/** The share of some of the asked words that no candidate has in any way. */
function nowhere({ field: { matcher, heard } }: Judged, some: Iterable<number>): number {
  let [missing, all] = [0, 0]
  for (const i of some) {
    const weight = matcher.weights[i] as number
    all += weight
    if ((heard[i] as number) < CLOSE) missing += weight
  }
  return all ? missing / all : 0
}

/** A lead over nobody. */
const ALONE = 10

/** How far ahead of the best of another story the best candidate is. */
function lead({ scores, stories }: Judged): number {
  const next = stories.findIndex((story) => story !== stories[0])
  return next < 0 ? ALONE : (scores[0] as number) - (scores[next] as number)
}

/** A name that stands for another counts as heard where it is this close. */
const CLOSE = 0.6

const COMMON = cluesOf({
  score: ({ scores }) => scores[0] ?? 0,
  lead,
  exactOwn: ({ best }) => best.exact.own,
  softOwn: ({ best }) => best.soft.own,
  exactPassage: ({ best }) => best.exact.passage,
  softPassage: ({ best }) => best.soft.passage,
  exactWindow: ({ best }) => best.exact.window,
  softWindow: ({ best }) => best.soft.window,
  exactAll: ({ best }) => best.exact.all,
  softAll: ({ best }) => best.soft.all,
  missingOwn: ({ best, field }) => missingWeight(best.coverage.own, field.matcher),
  missingWindow: ({ best, field }) => missingWeight(best.coverage.window, field.matcher),
  missingAll: ({ best, field }) => missingWeight(best.coverage.all, field.matcher),
  namesWindow: ({ best, field }) =>
    exactShareOf(field.matcher.names, best.coverage.window, field.matcher) ?? NOT_ASKED,
  namesAll: ({ best, field }) =>
    exactShareOf(field.matcher.names, best.coverage.all, field.matcher) ?? NOT_ASKED,
  unheard: (judged) => nowhere(judged, judged.field.matcher.names),
  nowhere: (judged) => nowhere(judged, judged.field.matcher.weights.keys()),
  sentence: ({ best }) => best.sentence.share,
  pairsOwn: ({ best, field }) => pairShare(best.text, field.matcher),
  pairsHeadline: ({ best, field }) => pairShare(best.headline, field.matcher),
  rarestOwn: ({ best, field: { matcher } }) => rarestWeight(best.coverage.own, matcher),
  rarestAll: ({ best, field: { matcher } }) => rarestWeight(best.coverage.all, matcher),
  burst: ({ best, field }) => field.bursts.get(best.story.id) ?? 0,
  strangers: ({ field }) => field.prepared.queryTerms.unknownOutlets,
  asksOutlet: ({ field }) => Math.min(1, field.prepared.queryTerms.outlets.size),
  askedWords: ({ field }) => Math.log(1 + field.matcher.size),
  candidates: ({ scores }) => Math.log(1 + scores.length),
})

export const PASSAGE_CLUES: Clue[] = COMMON

export const QUOTATION_CLUES: Clue[] = [
  ...COMMON,
  ...speechFeatures
    .filter(({ name }) =>
      ['asksSpeaker', 'calledAsAsked', 'named', 'unattributed', 'fragment'].includes(name),
    )
    .map(({ name, of }): Clue => ({ name, of: ({ best, field }) => of(best, field) })),
]
