// Tells how well the whole story matches, what kind of story it is, and where in it the piece stands.
import { missingWeight } from './coverage.ts'
import { grouped, NOT_ASKED, number } from './feature.ts'

/** Headlines of round-ups, which touch on many things and are about none, and of printed quizzes. */
const ROUND_UP =
  /\bquiz\b|\b(?:need|things|what) to know\b|\b(?:five|\d+) (?:things|takeaways|stories)\b|morning brief|newsletter|week in review|\bthe week in\b|live updates|\brecap\b|\bround-?up\b/iu

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
    bestOfStory: ({ hit, strength }, { bestOfStory }) =>
      (strength.window + strength.passage) / (bestOfStory.get(hit.piece.articleId) ?? 1),
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
