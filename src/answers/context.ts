import type { Answer, Ask } from './answer.ts'
import { answerFrom, askedOf } from './answering.ts'
import type { Desk } from './desk.ts'
import { questionOf } from './question.ts'
import { rank } from './ranking.ts'
import { scopeOf } from './scope.ts'

/** How many candidates are weighed for an answer. */
const CANDIDATES = 60

/** The passages that bear on a question; throws a UserError where a filter's date is none. */
export async function context(ask: Ask, desk: Desk): Promise<Answer> {
  const question = questionOf(ask, desk.now())
  const scope = scopeOf(question, desk)
  const asked = askedOf(question.topic, question.phrases)
  const found = await desk.index.passages({
    words: asked.words,
    speaker: [],
    articles: scope.open,
    limit: CANDIDATES,
  })
  return answerFrom(rank(found, asked), { question, scope, ask, desk })
}
