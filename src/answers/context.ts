// Answers `context`: finds the passages that bear on a question.
import type { Answer, Ask } from './answer.ts'
import type { Desk } from './desk.ts'
import { answerFrom, selectRelevant } from './evidence/select-answer.ts'
import { prepareQuery } from './query/prepared-query.ts'
import { questionOf } from './query/question.ts'
import { withUnknownWords } from './query/unknown-words.ts'
import type { RankedHit, RankingWeights } from './ranking/rank-hits.ts'

/** The weights of the ranking features for passages; tuned with bench/retrieval.ts. */
export const PASSAGE_WEIGHTS: RankingWeights = {
  score: 1,
  coverage: 0.8,
  contextCoverage: 0.15,
  wordOrder: 0.6,
  exactForm: 0.2,
  outlet: 0.3,
  day: 0.3,
  brevity: 0.2,
  firstHand: 0,
}

/** Returns the passages that bear on a question. Throws a UserError where a filter's date cannot be read. */
export async function context(ask: Ask, desk: Desk): Promise<Answer> {
  const prepared = prepareQuery(questionOf(ask, desk.now()), ask, desk)
  const { queryTerms, scope, candidates } = prepared
  const found = await desk.index.passages({
    words: queryTerms.words,
    speakers: [],
    articles: scope.open,
    limit: candidates,
  })
  const { relevant, ...others } = selectRelevant(found, prepared, PASSAGE_WEIGHTS)
  const answer = await answerFrom({ ...others, relevant: moveSurplusLast(relevant) }, prepared)
  return withUnknownWords(answer, desk)
}

/** This many passages of one article keep their rank; further ones come after all other articles. */
const MAX_LEADING_PASSAGES_PER_ARTICLE = 3

/** Moves the passages that exceed an article's maximum to the end; the order is otherwise kept. */
function moveSurplusLast(ranked: RankedHit[]): RankedHit[] {
  const taken = new Map<string, number>()
  const isSurplus = ({ piece: { articleId } }: RankedHit) => {
    const count = (taken.get(articleId) ?? 0) + 1
    taken.set(articleId, count)
    return count > MAX_LEADING_PASSAGES_PER_ARTICLE
  }
  const { first = [], last = [] } = Object.groupBy(ranked, (one) => (isSurplus(one) ? 'last' : 'first'))
  return [...first, ...last]
}
