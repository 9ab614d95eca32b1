/** Answers a question with the quotations that bear on it, and who said them. */
import type { Findings } from '../search/search-index.ts'
import type { Answer, Ask, Question } from './answer.ts'
import { answerByDays } from './dated-answer.ts'
import { type Desk, todayOf } from './desk.ts'
import { answerFrom, type Selection, selectRelevant } from './evidence/select-answer.ts'
import { findInField } from './find-in-field.ts'
import { narrowFindings } from './narrow-findings.ts'
import type { DayReading } from './query/dates.ts'
import { withKnownSpeaker } from './query/leading-name.ts'
import { type PreparedQuery, prepareQuery } from './query/prepared-query.ts'
import { quotationQuestionOf, shortQuotationQuestionOf } from './query/question.ts'
import { nameTerms, quotationsBy } from './query/speaker-query.ts'
import { withUnknownWords } from './query/unknown-words.ts'
import { isNearSpeaker } from './ranking/judge-answer.ts'
import type { RankedHit } from './ranking/rank-hits.ts'
import { QUOTATIONS } from './ranking/ranking-model.ts'
import { termsOfPiece } from './ranking/term-text.ts'
import { shapeSelection } from './shape-selection.ts'
import { type Weighed, weighAlternatives } from './weigh-alternatives.ts'

/** The quotations that bear on a question, with who said them; throws a UserError where a filter's date is none. */
export async function quote(ask: Ask, desk: Desk): Promise<Answer> {
  return withUnknownWords(await answerByDays(ask, desk, (days) => speechAnswer(ask, desk, days)), desk)
}

async function speechAnswer(ask: Ask, desk: Desk, days: DayReading): Promise<Answer> {
  const question = quotationQuestionOf(ask, { today: todayOf(desk), days })
  const inShort = question.speaker || question.saidBy ? null : await shortSpeech(ask, desk, days)
  if (inShort?.found.tier === 'found' || isPlainlyNamed(inShort)) return shapedAnswer(inShort as Weighed)
  const said = await weighAlternatives(question, (one) => weighedSpeech(one, ask, desk))
  if (inShort?.found.relevant.length && said.found.tier !== 'found') return shapedAnswer(inShort)
  return shapedAnswer(
    question.saidBy || question.speaker ? said : { ...said, found: inTheirWords(said.found) },
  )
}

/** Whether a short question names its speaker plainly, in capitals or by whose role it is, so that nobody else answers it. */
const isPlainlyNamed = (short: Speech | null): boolean =>
  short !== null &&
  short.found.relevant.length > 0 &&
  /^(?:\p{Lu}\S* )*\p{Lu}\S*$|['’]s? \p{Ll}/u.test(short.prepared.question.saidBy ?? '')

const shapedAnswer = ({ found, prepared }: Weighed): Promise<Answer> =>
  answerFrom(shapeSelection(found, prepared), prepared)

/** Returns what somebody said whose name a question begins with ("Marsh on plums"); null where nobody's does. */
async function shortSpeech(ask: Ask, desk: Desk, days: DayReading): Promise<Speech | null> {
  const question = await shortQuestionOf(ask, desk, days)
  return question && weighAlternatives(question, (one) => weighedSpeech(one, ask, desk))
}

/** Returns a question in short, where the name that it begins with is a quoted speaker's; null for any other. */
export async function shortQuestionOf(ask: Ask, desk: Desk, days?: DayReading): Promise<Question | null> {
  const question = shortQuotationQuestionOf(ask, { today: todayOf(desk), days })
  return question && withKnownSpeaker(question, desk.index)
}

type Speech = Weighed & { isSaid: boolean }

async function weighedSpeech(question: Question, ask: Ask, desk: Desk): Promise<Speech> {
  const said = await quotationsFor(question, ask, desk)
  const found = selectRelevant(said.findings, said.prepared, QUOTATIONS)
  const speaker = question.speaker ?? question.saidBy
  if (speaker === null || said.isSaid || said.prepared.isSpeakerKnown) return { ...said, found }
  return { ...said, found: nearby(found, speaker, desk) }
}

/** What is found for a question about somebody's words, and whether somebody of the name, if one is given, said it. */
export type SpeechFindings = { prepared: PreparedQuery; findings: Findings; isSaid: boolean }

/**
 * The quotations that a question is to be answered from, unranked: of whom it asks for, if it does, also those that
 * have none of its words; where nobody is known by the name, everybody's that have its words, the name's among them.
 */
export async function quotationsFor(question: Question, ask: Ask, desk: Desk): Promise<SpeechFindings> {
  const prepared = prepareQuery(question, ask, desk)
  const speaker = question.speaker ?? question.saidBy
  const all = await quotationsOf(speaker, prepared)
  const isSaid = speaker !== null && all.hits.length > 0
  const narrow = (findings: Findings) => narrowFindings(findings, question, { desk, reach: 'piece' })
  if (speaker === null || isSaid || (await isQuoted(speaker, desk)))
    return { prepared: { ...prepared, isSpeakerKnown: speaker !== null }, findings: narrow(all), isSaid }
  const wide = prepareQuery({ ...question, topic: `${speaker} ${question.topic}` }, ask, desk)
  return { prepared: wide, findings: narrow(await quotationsOf(null, wide)), isSaid: false }
}

/** Whether somebody of a name or role is quoted in any story, of whatever day and outlet. */
const isQuoted = async (name: string, { index }: Desk): Promise<boolean> =>
  (await quotationsBy(name, { words: [], articles: null, limit: 1 }, index)).hits.length > 0

/** Quotations of a speaker that are weighed although they have no word of the question. */
const OTHERS = 150

async function quotationsOf(speaker: string | null, prepared: PreparedQuery): Promise<Findings> {
  const { queryTerms, scope, desk } = prepared
  const found = await findInField(prepared, (query) => quotationsBy(speaker, query, desk.index))
  if (speaker === null || queryTerms.words.length === 0) return found
  const all = await quotationsBy(speaker, { words: [], articles: scope.open, limit: OTHERS }, desk.index)
  const known = new Set(found.hits.map(({ piece }) => piece))
  return { ...found, hits: [...found.hits, ...all.hits.filter(({ piece }) => !known.has(piece))] }
}

/**
 * Where nobody is known by the name that is asked for: only what stands near the name, which then may be of that
 * person, and is never shown as found.
 */
function nearby(found: Selection, speaker: string, desk: Desk): Selection {
  const terms = nameTerms(speaker)
  const isNear = (hit: RankedHit) => isNearSpeaker({ hit, window: windowTerms(hit, desk) }, terms)
  const relevant = found.relevant
    .filter((one) => !one.piece.quotation?.named || isCalled(one, terms))
    .filter(isNear)
  return { ...found, tier: relevant.length ? 'in-that-story' : 'nothing', relevant, retracted: [] }
}

/** Whether the story calls a speaker by one of the terms at least. */
function isCalled({ piece }: RankedHit, terms: string[]): boolean {
  const called = `${piece.quotation?.names} ${piece.quotation?.roles}`.split(' ')
  return terms.some((term) => called.includes(term))
}

/** The terms of the passage that a quotation stands in, and of the one before. */
function windowTerms({ piece }: RankedHit, { index }: Desk): ReadonlySet<string> {
  const { passages } = index.piecesOf(piece.articleId)
  const at = passages.findIndex(({ ordinal }) => ordinal === piece.passage.ordinal)
  return new Set(
    passages.slice(Math.max(0, at - 1), at + 1).flatMap((passage) => termsOfPiece(passage).terms),
  )
}

/** Who said something has it to the letter; or else in their own words; or most of what anybody has of it, where somebody has most of it. */
const OWN_WORDS = 0.5
const MOST = 0.6

function inTheirWords(found: Selection): Selection {
  const whole = found.relevant.filter(({ wording }) => wording === 'whole')
  if (whole.length) return { ...found, relevant: whole }
  const own = ({ measured }: RankedHit) => measured?.soft.own ?? 1
  const most = Math.max(0, ...found.relevant.map(own))
  if (most < MOST) return found
  return { ...found, relevant: found.relevant.filter((one) => own(one) >= OWN_WORDS * most) }
}
