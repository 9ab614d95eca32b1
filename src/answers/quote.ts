import type { Findings } from '../search/search-index.ts'
import type { Answer, Ask, Question } from './answer.ts'
import { answerFrom, askedOf } from './answering.ts'
import type { Desk } from './desk.ts'
import { askedWords, sayingOf } from './question.ts'
import { rank } from './ranking.ts'
import { type Scope, scopeOf } from './scope.ts'

/** How many candidates are weighed for an answer. */
const CANDIDATES = 60

/** The quotations that bear on a question, with who said them; throws a UserError where a filter's date is none. */
export async function quote(ask: Ask, desk: Desk): Promise<Answer> {
  const question = sayingOf(ask, desk.now())
  const scope = scopeOf(question, desk)
  const asked = askedOf(question.topic, question.phrases)
  const found = await quotationsFor(question, scope, desk)
  return answerFrom(rank(found, asked), { question, scope, ask, desk })
}

async function quotationsFor(question: Question, scope: Scope, { index }: Desk): Promise<Findings> {
  const speaker = askedWords(question.speaker ?? question.saidBy ?? '').map(({ term }) => term)
  const words = askedWords(question.topic)
  return index.quotations({ words, speaker, articles: scope.open, limit: CANDIDATES })
}
