import type { Answer, Ask } from './answer.ts'
import type { Desk } from './desk.ts'
import { answerFrom, type Weighed, weighed } from './evidence/select-answer.ts'
import { type Inquiry, inquire } from './query/prepared-query.ts'
import { askedOf, askedWords } from './query/query-terms.ts'
import { briefSayingOf, sayingOf } from './query/question.ts'
import { quotationsBy } from './query/speaker-query.ts'
import type { Ranked, Weights } from './ranking/rank.ts'

/** What makes a quotation the better answer; measured with bench/retrieval.ts. */
export const QUOTATIONS: Weights = {
  score: 0.2,
  coverage: 1,
  bearing: 0.4,
  order: 0.3,
  exact: 0.1,
  outlet: 0.2,
  day: 1,
  brevity: 0.2,
  firstHand: 0.2,
}

/** The quotations that bear on a question, with who said them; throws a UserError where a filter's date is none. */
export async function quote(ask: Ask, desk: Desk): Promise<Answer> {
  return (await ofSpeaker(ask, desk)) ?? (await ofAnybody(ask, desk))
}

/** What a question in short is answered with, where it begins with the name of somebody who said something of it. */
async function ofSpeaker(ask: Ask, desk: Desk): Promise<Answer | null> {
  const question = ask.speaker === undefined ? briefSayingOf(ask, desk.now()) : null
  if (question === null) return null
  const inquiry = inquire(question, ask, desk)
  const found = await said(inquiry, question.saidBy)
  return found.bearing.length ? answerFrom(found, inquiry) : null
}

async function ofAnybody(ask: Ask, desk: Desk): Promise<Answer> {
  const question = sayingOf(ask, desk.now())
  const inquiry = inquire(question, ask, desk)
  const found = await said(inquiry, question.speaker ?? question.saidBy)
  if (found.bearing.length) return answerFrom(question.saidBy ? found : inTheirWords(found), inquiry)
  const unattributed = question.speaker === null && question.saidBy !== null
  return answerFrom(
    unattributed ? await saidNear(inquiry, found) : await withNearest(inquiry, found),
    inquiry,
  )
}

/** Who said something has it in their own words, or most of what anybody has of it. */
const OWN_WORDS = 0.5

function inTheirWords(found: Weighed): Weighed {
  const most = Math.max(0, ...found.bearing.map(({ signs }) => signs.coverage))
  return { ...found, bearing: found.bearing.filter(({ signs }) => signs.coverage >= OWN_WORDS * most) }
}

/** Where the speaker asked for said nothing of it: what others said comes nearest. */
async function withNearest(inquiry: Inquiry, found: Weighed): Promise<Weighed> {
  if (found.near.length || inquiry.question.speaker === null) return found
  return { ...found, near: (await said(inquiry, null)).near }
}

async function said(inquiry: Inquiry, speaker: string | null): Promise<Weighed> {
  const { asked, scope, desk, candidates } = inquiry
  const query = { words: asked.words, articles: scope.open, limit: candidates }
  return weighed(await quotationsBy(speaker, query, desk.index), inquiry, QUOTATIONS)
}

/** So many of the words asked about must stand in words that are nobody's of the name: fewer are there by chance. */
const ENOUGH = 2

/**
 * Where nobody of the name is known to have said it: words near the name whose speaker is not named there, so that
 * "he" may be somebody else than it was taken for. Where nothing is asked about, nobody must be known to have said them.
 */
async function saidNear(inquiry: Inquiry, instead: Weighed): Promise<Weighed> {
  const { question, scope } = inquiry
  const asked = askedOf(`${question.saidBy} ${question.topic}`, question, scope)
  const found = await said({ ...inquiry, asked }, null)
  const names = askedWords(question.saidBy ?? '').length
  const isNear = ({ matched }: Ranked) => [...Array(names).keys()].every((i) => matched.has(i))
  const isOnTopic = ({ own }: Ranked) => [...own].filter((i) => i >= names).length >= ENOUGH
  const isOpen = ({ piece }: Ranked) => piece.quotation?.names === '' || piece.quotation?.clause !== ''
  const fits = asked.words.length > names ? isOnTopic : isOpen
  const bearing = found.bearing.filter((one) => !one.piece.quotation?.named && isNear(one) && fits(one))
  return { near: instead.near.length ? instead.near : found.near, bearing, retracted: [] }
}
