import { tokens } from '../search/terms.ts'
import type { Answer, Ask, Question } from './answer.ts'
import { bears } from './bearing.ts'
import { collect, LIMIT, type Reading, retractions } from './collect.ts'
import type { Desk } from './desk.ts'
import { openReader } from './evidence.ts'
import { askedWords } from './question.ts'
import { type Asked, phraseOf, type Ranked } from './ranking.ts'
import type { Scope } from './scope.ts'

/** Near misses shown with a no. */
const NEAREST = 3

/** The words of a topic, ready to be ranked by. */
export const askedOf = (topic: string, phrases: string[]): Asked => ({
  words: askedWords(topic),
  sequence: tokens(topic),
  phrases: phrases.map(phraseOf),
})

/** An answer from ranked pieces: those that bear on the question, or nothing and what came nearest. */
export async function answerFrom(ranked: Ranked[], about: About): Promise<Answer> {
  const { question, scope, ask, desk } = about
  const reading: Reading = { read: openReader(desk), desk }
  const [quotable, retracted] = [true, false].map((may) =>
    ranked.filter(({ piece }) => scope.quotable.has(piece.articleId) === may),
  ) as [Ranked[], Ranked[]]
  const evidence = await collect(quotable.filter(bears), ask.limit ?? LIMIT, reading)
  const common = {
    question,
    searched: scope.searched,
    retracted: await retractions(retracted.filter(bears), reading),
  }
  if (evidence.length) return { kind: 'found', ...common, evidence, nearest: [] }
  return { kind: 'nothing', ...common, evidence: [], nearest: await collect(quotable, NEAREST, reading) }
}

export type About = { question: Question; scope: Scope; ask: Ask; desk: Desk }
