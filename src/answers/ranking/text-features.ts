// Tells how well words match: in the piece itself, around it, in its headline and story; by the word and in other words.
import { exactShareOf, missingWeight, rarestWeight } from './coverage.ts'
import { grouped, NOT_ASKED } from './feature.ts'
import { pairShare } from './proximity.ts'

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
    rarestOwn: ({ coverage }, { matcher }) => rarestWeight(coverage.own, matcher),
    wordsOwn: ({ coverage }) => coverage.own.counts.filter(Boolean).length,
  }),
  ...grouped('other words', {
    softOwn: ({ soft }) => soft.own,
    softPassage: ({ soft }) => soft.passage,
    missingOwn: ({ coverage }, { matcher }) => missingWeight(coverage.own, matcher),
    sentence: ({ sentence }) => sentence.share,
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
    rarestWindow: ({ coverage }, { matcher }) => rarestWeight(coverage.window, matcher),
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
