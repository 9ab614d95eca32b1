import type { Ask, Question } from './answer.ts'
import { type Asked, askedOf } from './asked.ts'
import type { Desk } from './desk.ts'
import { type Scope, scopeOf } from './scope.ts'

/** An inquiry is a question at work: what it looks for, where, and at which desk. */
export type Inquiry = { question: Question; scope: Scope; asked: Asked; limit: number; desk: Desk }

/** Pieces of evidence in an answer where nobody asked for more or fewer. */
const LIMIT = 10

/** Opens an inquiry into a question as it was understood. */
export function inquire(question: Question, ask: Ask, desk: Desk): Inquiry {
  const scope = scopeOf(question, desk)
  return {
    question,
    scope,
    asked: askedOf(question.topic, question, scope.outlets),
    limit: ask.limit ?? LIMIT,
    desk,
  }
}
