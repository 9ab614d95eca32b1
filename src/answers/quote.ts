// Answers `quote`: finds the quotations that bear on a question, with who said them.
import type { Answer, Ask } from './answer.ts'
import type { Desk } from './desk.ts'
import { answerFrom, type Selection, selectRelevant } from './evidence/select-answer.ts'
import { type PreparedQuery, prepareQuery } from './query/prepared-query.ts'
import { askedWords, queryTermsOf } from './query/query-terms.ts'
import { quotationQuestionOf, shortQuotationQuestionOf } from './query/question.ts'
import { quotationsBy } from './query/speaker-query.ts'
import { withUnknownWords } from './query/unknown-words.ts'
import type { RankedHit, RankingWeights } from './ranking/rank-hits.ts'

/** The weights of the ranking features for quotations; tuned with bench/retrieval.ts. */
export const QUOTATION_WEIGHTS: RankingWeights = {
  score: 0.2,
  coverage: 1,
  contextCoverage: 0.4,
  wordOrder: 0.3,
  exactForm: 0.1,
  outlet: 0.2,
  day: 1,
  brevity: 0.2,
  firstHand: 0.2,
}

/** Returns the quotations that bear on a question. Throws a UserError where a filter's date cannot be read. */
export async function quote(ask: Ask, desk: Desk): Promise<Answer> {
  const answer = (await quoteOfSpeaker(ask, desk)) ?? (await quoteOfAnybody(ask, desk))
  return withUnknownWords(answer, desk)
}

/**
 * Answers a short question that begins with a speaker's name ("Marsh on plums"); null where it has another form or
 * that speaker said nothing about it.
 */
async function quoteOfSpeaker(ask: Ask, desk: Desk): Promise<Answer | null> {
  const question = ask.speaker === undefined ? shortQuotationQuestionOf(ask, desk.now()) : null
  if (question === null) return null
  const prepared = prepareQuery(question, ask, desk)
  const found = await searchQuotations(prepared, question.saidBy)
  return found.relevant.length ? answerFrom(found, prepared) : null
}

async function quoteOfAnybody(ask: Ask, desk: Desk): Promise<Answer> {
  const question = quotationQuestionOf(ask, desk.now())
  const prepared = prepareQuery(question, ask, desk)
  const found = await searchQuotations(prepared, question.speaker ?? question.saidBy)
  if (found.relevant.length) return answerFrom(question.saidBy ? found : inOwnWords(found), prepared)
  const unattributed = question.speaker === null && question.saidBy !== null
  return answerFrom(
    unattributed ? await unattributedNear(prepared, found) : await withNearest(prepared, found),
    prepared,
  )
}

/** For "who said …": a quotation counts when the coverage by its own words is at least this share of the highest. */
const MIN_OWN_SHARE = 0.5

function inOwnWords(found: Selection): Selection {
  const most = Math.max(0, ...found.relevant.map(({ features }) => features.coverage))
  return {
    ...found,
    relevant: found.relevant.filter(({ features }) => features.coverage >= MIN_OWN_SHARE * most),
  }
}

/** Where the speaker asked for said nothing relevant, what others said becomes the nearest misses. */
async function withNearest(prepared: PreparedQuery, found: Selection): Promise<Selection> {
  if (found.nearest.length || prepared.question.speaker === null) return found
  return { ...found, nearest: (await searchQuotations(prepared, null)).nearest }
}

async function searchQuotations(prepared: PreparedQuery, speaker: string | null): Promise<Selection> {
  const { queryTerms, scope, desk, candidates } = prepared
  const query = { words: queryTerms.words, articles: scope.open, limit: candidates }
  return selectRelevant(await quotationsBy(speaker, query, desk.index), prepared, QUOTATION_WEIGHTS)
}

/** At least this many topic words must stand in a quotation near the name; fewer are there by chance. */
const MIN_TOPIC_WORDS = 2

/**
 * Returns quotations near the name whose attribution does not name the speaker ("he said"), for questions that found
 * nothing by that speaker: the pronoun may have been resolved to somebody else. Where the question has no topic, the
 * quotation's speaker must be unknown.
 */
async function unattributedNear(prepared: PreparedQuery, instead: Selection): Promise<Selection> {
  const { question, scope } = prepared
  const queryTerms = queryTermsOf(`${question.saidBy} ${question.topic}`, question, scope)
  const found = await searchQuotations({ ...prepared, queryTerms }, null)
  const names = askedWords(question.saidBy ?? '').length
  const isNear = ({ matched }: RankedHit) => [...Array(names).keys()].every((i) => matched.has(i))
  const isOnTopic = ({ own }: RankedHit) => [...own].filter((i) => i >= names).length >= MIN_TOPIC_WORDS
  const isOpen = ({ piece }: RankedHit) => piece.quotation?.names === '' || piece.quotation?.clause !== ''
  const fits = queryTerms.words.length > names ? isOnTopic : isOpen
  const relevant = found.relevant.filter((one) => !one.piece.quotation?.named && isNear(one) && fits(one))
  return { nearest: instead.nearest.length ? instead.nearest : found.nearest, relevant, retracted: [] }
}
