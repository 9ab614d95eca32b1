import type { Answer, Ask } from './answer.ts'
import { answerFrom, weighed } from './answering.ts'
import type { Desk } from './desk.ts'
import { inquire } from './inquiry.ts'
import { questionOf } from './question.ts'
import type { Weights } from './ranking.ts'

/** What makes a passage the better answer; measured with bench/retrieval.ts. */
export const PASSAGES: Weights = {
  score: 1,
  coverage: 0,
  bearing: 0.15,
  order: 0.1,
  exact: 0.1,
  outlet: 0.2,
  day: 0.2,
  brevity: 0,
  firstHand: 0,
}

/** The passages that bear on a question; throws a UserError where a filter's date is none. */
export async function context(ask: Ask, desk: Desk): Promise<Answer> {
  const inquiry = inquire(questionOf(ask, desk.now()), ask, desk)
  const { asked, scope, candidates } = inquiry
  const found = await desk.index.passages({
    words: asked.words,
    speaker: [],
    articles: scope.open,
    limit: candidates,
  })
  return answerFrom(weighed(found, inquiry, PASSAGES), inquiry)
}
