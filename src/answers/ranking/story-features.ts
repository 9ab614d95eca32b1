// Tells how well the whole story matches, what kind of story it is, and where in it the piece stands.
import { missingWeight } from './coverage.ts'
import { grouped, NOT_ASKED, number } from './feature.ts'
import type { Field, Measured, MostOfStory } from './measure-candidates.ts'

/** Headlines of round-ups, which touch on many things and are about none, and of printed quizzes. */
const ROUND_UP =
  /\bquiz\b|\b(?:need|things|what) to know\b|\b(?:five|\d+) (?:things|takeaways|stories)\b|morning brief|newsletter|week in review|\bthe week in\b|live updates|\brecap\b|\bround-?up\b/iu

/** What its story has at most, which is never nothing. */
const mostOfStory = ({ hit }: Measured, field: Field): MostOfStory =>
  field.mostOfStory.get(hit.piece.articleId) ?? { strength: 1, own: 1, sentence: 1 }

export const storyFeatures = [
  ...grouped('story', {
    article: ({ hit }, { matcher }) => hit.articleScore / matcher.total,
    articleOfMost: ({ hit }, { most }) => hit.articleScore / most.article,
    storyRank: ({ storyRank }) => storyRank,
    exactHeadline: ({ exact }) => exact.headline,
    softHeadline: ({ soft }) => soft.headline,
    exactStory: ({ exact }) => exact.story,
    softStory: ({ soft }) => soft.story,
    exactAll: ({ exact }) => exact.all,
    softAll: ({ soft }) => soft.all,
    missingAll: ({ coverage }, { matcher }) => missingWeight(coverage.all, matcher),
    candidatesOfStory: ({ candidatesOfStory }) => Math.log(1 + candidatesOfStory),
    bestOfStory: (one, field) =>
      (one.strength.window + one.strength.passage) / mostOfStory(one, field).strength,
    ownOfStory: (one, field) => one.soft.own / mostOfStory(one, field).own,
    sentenceOfStory: (one, field) => one.sentence.share / mostOfStory(one, field).sentence,
  }),
  ...grouped('shape', {
    roundUp: ({ story }) => number(ROUND_UP.test(story.headline)),
    asksItself: ({ text }) => number(text.text.includes('?')),
    outlet: ({ hit }, { prepared: { queryTerms } }) =>
      queryTerms.outlets.size
        ? number(hit.matches.some((match) => queryTerms.outlets.has(match.asked)))
        : NOT_ASKED,
    ordinal: ({ at }) => at,
    place: ({ at, passages }) => (passages > 1 ? at / (passages - 1) : 0),
    passages: ({ passages }) => Math.log(1 + passages),
    length: ({ text }) => Math.log(1 + text.terms.length),
    askedWords: (_, { matcher }) => Math.log(1 + matcher.size),
  }),
]
