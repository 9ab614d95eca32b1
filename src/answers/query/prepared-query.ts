import { UserError } from '../../errors.ts'
import { tokens } from '../../search/text/tokenize.ts'
import type { Ask, Question } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { type Scope, scopeOf } from './eligible-stories.ts'
import { type Asked, askedOf } from './query-terms.ts'

/** An inquiry is a question at work: what it looks for, where, how far, and at which desk. */
export type Inquiry = {
  question: Question
  scope: Scope
  asked: Asked
  /** How many pieces are weighed. */
  candidates: number
  /** How many pieces of evidence are wanted. */
  limit: number
  desk: Desk
}

/** Pieces of evidence in an answer where nobody asked for more or fewer. */
const LIMIT = 10

/** Candidates weighed for an answer; more where most of them fall away: for exact words, for some days. */
const CANDIDATES = 240
const MANY_CANDIDATES = 500

/**
 * Opens an inquiry into a question as it was understood; days that stand alone ("January 2026") are looked for as
 * words. Throws a UserError where nothing is asked for.
 */
export function inquire(question: Question, ask: Ask, desk: Desk): Inquiry {
  const scope = scopeOf(question, desk)
  const ofTopic = askedOf(question.topic, question, scope)
  const isBare = ofTopic.words.length === 0 && !isNarrowed(question)
  const asked = isBare ? askedOf(question.text, question, scope) : ofTopic
  if (isBare && asked.words.length === 0) throw new UserError(NOTHING_ASKED)
  const narrow = asked.phrases.length > 0 || question.days.length > 0
  const candidates = narrow ? MANY_CANDIDATES : CANDIDATES
  return { question, scope, asked, candidates, limit: ask.limit ?? LIMIT, desk }
}

const NOTHING_ASKED =
  'Ask for something: words (softer touch), a person (what did Ida Marsh say) or a filter (speaker:Marsh).'

const isNarrowed = ({ saidBy, speaker, outlet, author, article, after, before }: Question) =>
  [saidBy, speaker, outlet, author, article, after, before].some((filter) => tokens(filter ?? '').length > 0)
