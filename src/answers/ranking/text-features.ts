// Tells how well words match: in the piece itself, around it, in its headline and story; by the word and in other words.
import { exactShareOf, missingWeight } from './coverage.ts'
import { grouped, NOT_ASKED } from './feature.ts'
import type { Measured } from './measure-candidates.ts'
import { bestSentence, pairShare } from './proximity.ts'

/** The weight of the asked word that tells most of those that a text has, beside the one that tells most of all. */
function rarest({ coverage }: Measured, text: 'own' | 'window', weights: number[]): number {
  const most = Math.max(0, ...weights.map((weight, i) => (coverage[text].counts[i] ? weight : 0)))
  return most / (Math.max(...weights) || 1)
}

export const textFeatures = [
  ...grouped('words', {
    strengthOwn: ({ strength }) => strength.own,
    strengthOwnOfMost: ({ strength }, { most }) => strength.own / most.own,
    strengthPassage: ({ strength }) => strength.passage,
    strengthPassageOfMost: ({ strength }, { most }) => strength.passage / most.passage,
    index: ({ hit }, { matcher }) => hit.score / matcher.total,
    indexOfMost: ({ hit }, { most }) => hit.score / most.index,
    exactOwn: ({ exact }) => exact.own,
    exactPassage: ({ exact }) => exact.passage,
    rarestOwn: (one, { matcher }) => rarest(one, 'own', matcher.weights),
    wordsOwn: ({ coverage }) => coverage.own.counts.filter(Boolean).length,
  }),
  ...grouped('other words', {
    softOwn: ({ soft }) => soft.own,
    softPassage: ({ soft }) => soft.passage,
    missingOwn: ({ coverage }, { matcher }) => missingWeight(coverage.own, matcher),
    sentence: ({ text }, { matcher }) => bestSentence(text, matcher).share,
  }),
  ...grouped('window', {
    strengthWindow: ({ strength }) => strength.window,
    strengthWindowOfMost: ({ strength }, { most }) => strength.window / most.window,
    strengthWide: ({ strength }) => strength.wide,
    strengthWideOfMost: ({ strength }, { most }) => strength.wide / most.wide,
    exactWindow: ({ exact }) => exact.window,
    exactWide: ({ exact }) => exact.wide,
    softWindow: ({ soft }) => soft.window,
    softWide: ({ soft }) => soft.wide,
    rarestWindow: (one, { matcher }) => rarest(one, 'window', matcher.weights),
    missingWindow: ({ coverage }, { matcher }) => missingWeight(coverage.window, matcher),
  }),
  ...grouped('names and pairs', {
    namesOwn: ({ coverage }, { matcher }) => exactShareOf(matcher.names, coverage.own, matcher) ?? NOT_ASKED,
    namesWindow: ({ coverage }, { matcher }) =>
      exactShareOf(matcher.names, coverage.window, matcher) ?? NOT_ASKED,
    namesAll: ({ coverage }, { matcher }) => exactShareOf(matcher.names, coverage.all, matcher) ?? NOT_ASKED,
    pairsOwn: ({ text }, { matcher }) => pairShare(text, matcher),
    pairsHeadline: ({ headline }, { matcher }) => pairShare(headline, matcher),
  }),
]
