// Prepares a question for the index: its terms, the stories in scope, and how many hits to rank.
import { UserError } from '../../errors.ts'
import { tokens } from '../../search/text/tokenize.ts'
import type { Ask, Question } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { type Scope, scopeOf } from './eligible-stories.ts'
import { type QueryTerms, queryTermsOf } from './query-terms.ts'

/** A question prepared for retrieval. */
export type PreparedQuery = {
  /** Whether somebody is quoted by the name or role that the question asks for; false where it asks for none. */
  isSpeakerKnown: boolean
  question: Question
  scope: Scope
  queryTerms: QueryTerms
  /**
   * The stories among which pieces are ranked: those of the scope or, where days are named, of any day, as the ranking
   * knows an answer by how it stands among others. Null: every story.
   */
  field: ReadonlySet<string> | null
  /** The maximum number of pieces ranked. */
  candidates: number
  /** The maximum number of pieces of evidence in the answer, and how many are left out before them. */
  limit: number
  offset: number
  desk: Desk
}

/** The number of pieces of evidence in an answer where the ask gives no limit. */
const DEFAULT_LIMIT = 10

/** The same where the question asks for everything, or how often. */
const LIMIT_OF_ALL = 100

/** The maximum number of pieces ranked; the second one for questions whose phrases or days exclude most pieces. */
const MAX_CANDIDATES = 240
const MAX_NARROW_CANDIDATES = 500

/** The maximum number of pieces listed where no words are asked for, which need no ranking. */
const MAX_LISTED = 2000

/**
 * Prepares a parsed question. Where it consists of days alone ("January 2026"), they are searched for as words.
 * Throws a UserError where nothing is asked for.
 */
export function prepareQuery(question: Question, ask: Ask, desk: Desk): PreparedQuery {
  const scope = scopeOf(question, desk)
  const ofTopic = queryTermsOf(question.topic, question, scope)
  const isBare = ofTopic.words.length === 0 && !isNarrowed(question)
  const queryTerms = isBare ? queryTermsOf(question.text, question, scope) : ofTopic
  if (isBare && queryTerms.words.length === 0) throw new UserError(NOTHING_ASKED)
  const narrow = queryTerms.phrases.length > 0 || question.days.length > 0
  const most = narrow ? MAX_NARROW_CANDIDATES : MAX_CANDIDATES
  const candidates = queryTerms.words.length === 0 ? MAX_LISTED : most
  return {
    isSpeakerKnown: false,
    question,
    scope,
    queryTerms,
    field: question.days.length > 0 ? scopeOf({ ...question, days: [] }, desk).open : scope.open,
    candidates,
    limit: ask.limit ?? (question.all ? LIMIT_OF_ALL : DEFAULT_LIMIT),
    offset: ask.offset ?? 0,
    desk,
  }
}

const NOTHING_ASKED =
  'Ask for something: words (softer touch), a person (what did Ida Marsh say) or a filter (speaker:Marsh).'

const isNarrowed = ({ saidBy, speaker, outlet, author, article, after, before, days }: Question) =>
  days.length > 0 ||
  [saidBy, speaker, outlet, author, article, after, before].some((filter) => tokens(filter ?? '').length > 0)
