import type { Answer, Ask } from './answer.ts'
import type { Desk } from './desk.ts'
import { answerFrom, weighed } from './evidence/select-answer.ts'
import { inquire } from './query/prepared-query.ts'
import { questionOf } from './query/question.ts'
import type { Ranked, Weights } from './ranking/rank.ts'

/** What makes a passage the better answer; measured with bench/retrieval.ts. */
export const PASSAGES: Weights = {
  score: 1,
  coverage: 0.8,
  bearing: 0.15,
  order: 0.6,
  exact: 0.2,
  outlet: 0.3,
  day: 0.3,
  brevity: 0.2,
  firstHand: 0,
}

/** The passages that bear on a question; throws a UserError where a filter's date is none. */
export async function context(ask: Ask, desk: Desk): Promise<Answer> {
  const inquiry = inquire(questionOf(ask, desk.now()), ask, desk)
  const { asked, scope, candidates } = inquiry
  const found = await desk.index.passages({
    words: asked.words,
    speakers: [],
    articles: scope.open,
    limit: candidates,
  })
  const { bearing, ...others } = weighed(found, inquiry, PASSAGES)
  return answerFrom({ ...others, bearing: spread(bearing) }, inquiry)
}

/** So many passages of one article come first before those of others do. */
const OF_ONE = 3

/** The passages in their order, but for those that an article has too many of: they come last. */
function spread(ranked: Ranked[]): Ranked[] {
  const taken = new Map<string, number>()
  const isOneTooMany = ({ piece: { articleId } }: Ranked) => {
    const count = (taken.get(articleId) ?? 0) + 1
    taken.set(articleId, count)
    return count > OF_ONE
  }
  const { first = [], last = [] } = Object.groupBy(ranked, (one) => (isOneTooMany(one) ? 'last' : 'first'))
  return [...first, ...last]
}
