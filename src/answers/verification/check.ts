// Answers `check`: whether words were published exactly as given, and who said them.

import type { Hit, Piece } from '../../search/search-index.ts'
import type { Ask } from '../answer.ts'
import { type Desk, todayOf } from '../desk.ts'
import { collectEvidence, type ReadContext } from '../evidence/collect-evidence.ts'
import { type FoundPiece, openArticleReader } from '../evidence/read-evidence.ts'
import { type PreparedQuery, prepareQuery } from '../query/prepared-query.ts'
import { askedWords } from '../query/query-terms.ts'
import { questionOf } from '../query/question.ts'
import { quotationsBy } from '../query/speaker-query.ts'
import { firstHand } from '../ranking/first-hand.ts'
import { readAsked } from './asked-runs.ts'
import { type CheckAnswer, VERDICTS } from './check-answer.ts'
import { type Claim, markedClaim, unmarkedClaim } from './claim.ts'
import { byLikeness, type CheckedPiece, type ClaimedWords, NOT_FOUND, verdictOn } from './judge-piece.ts'
import { patchwork } from './patchwork.ts'
import { hasEllipsis, isQuotable } from './quotable-words.ts'
import { agreementWith, noAgreement, type SpeakerAgreement } from './speaker-match.ts'

/**
 * Checks whether words were published as given: against quotations first, then against passages. Quotation marks,
 * punctuation, spacing and the case of a first letter (of all letters, in a text all in one case) make no difference; a
 * changed word does, and so does an ellipsis in the place of words that turn the sense. All words count, including those that name a day, except a clause that says who
 * said them: it is compared with the speaker. Where a speaker is asked for, passages do not count, as they are
 * nobody's words. Words that are too few to be a quotation get no verdict but `not-found`, with `tooFewWords`.
 */
export async function check(ask: Ask, desk: Desk): Promise<CheckAnswer> {
  const checked = await checkWords(ask, desk)
  if (isQuotable(ask.text) || (checked.verdict === 'differs' && hasEllipsis(ask.text))) return checked
  return { ...nothingFound(checked), nearest: [], retracted: [], tooFewWords: true }
}

/** Checks words that are known to be a quotation, however few they are. */
export async function checkWords(ask: Ask, desk: Desk): Promise<CheckAnswer> {
  const typed: Claim = { words: ask.text, speaker: null }
  const whole = await checkWhole(typed, ask, desk)
  if (whole.asQuotation && whole.verdict === 'exact') return whole
  const marked = markedClaim(ask.text)
  if (marked) return checkClaim(marked, ask, desk)
  const asTyped = await checkSentences(typed, whole, { ask, desk })
  const claim = unmarkedClaim(ask.text)
  const asClaim = claim && (await checkClaim(claim, ask, desk))
  return asClaim && VERDICTS.indexOf(asClaim.verdict) <= VERDICTS.indexOf(asTyped.verdict) ? asClaim : asTyped
}

/**
 * Checks whether words were published and said by the claimed speaker. Words said by somebody else, or put together
 * from several places, get the verdict `differs`.
 */
export async function checkClaim(claim: Claim, ask: Ask, desk: Desk): Promise<CheckAnswer> {
  return checkSentences(claim, await checkWhole(claim, ask, desk), { ask, desk })
}

type CheckInput = { ask: Ask; desk: Desk }

/** Returns the verdict on the whole or, where the words are not published as one, on their sentences. */
async function checkSentences(
  claim: Claim,
  whole: CheckAnswer,
  { ask, desk }: CheckInput,
): Promise<CheckAnswer> {
  if (whole.verdict === 'exact' || (whole.verdict === 'differs' && !whole.diff)) return whole
  const parts = await patchwork(claim, (part) => checkWhole(part, ask, desk))
  return parts ? { ...parts, question: whole.question } : whole
}

/** Returns the verdict on the words as a whole. */
async function checkWhole({ words, speaker }: Claim, ask: Ask, desk: Desk): Promise<CheckAnswer> {
  const filters = questionOf({ ...ask, text: '' }, { today: todayOf(desk) })
  const question = { ...filters, text: ask.text, topic: words, saidBy: speaker }
  const prepared = prepareQuery(question, ask, desk)
  const readContext: ReadContext = { read: openArticleReader(desk), desk }
  const { hits, agreement } = await candidates(prepared)
  const all = await verdicts({ asked: readAsked(words), agreement }, hits, readContext)
  const isQuotable = ({ piece }: FoundPiece) => prepared.scope.quotable.has(piece.articleId)
  return answerOf(
    decisivePieces(all.filter(isQuotable)),
    decisivePieces(all.filter((one) => !isQuotable(one))),
    {
      prepared,
      readContext,
      all: all.filter(isQuotable),
    },
  )
}

/** The maximum number of quotations, and of passages, compared. */
const MAX_COMPARED = 40

/**
 * Returns the quotations and, unless a speaker is asked for, the passages that may have the words; and how to tell
 * whether one is the claimed speaker's.
 */
async function candidates({
  question,
  scope,
  desk,
}: PreparedQuery): Promise<{ hits: Hit[]; agreement: SpeakerAgreement }> {
  const { topic, speaker, saidBy } = question
  const query = { words: askedWords(topic), articles: scope.open, limit: MAX_COMPARED }
  const agreement = saidBy
    ? agreementWith(saidBy, await quotationsBy(saidBy, query, desk.index))
    : noAgreement
  const said = await quotationsBy(speaker, query, desk.index)
  const written = speaker ? [] : (await desk.index.passages({ ...query, speakers: [] })).hits
  return { hits: [...said.hits, ...written], agreement }
}

async function verdicts(checking: ClaimedWords, hits: Hit[], { read }: ReadContext): Promise<CheckedPiece[]> {
  const checked: CheckedPiece[] = []
  for (const { piece } of hits) {
    const article = await read(piece.articleId)
    if (article) checked.push(verdictOn(checking, piece, article))
  }
  return checked
}

/**
 * Returns the pieces that decide the verdict: quotations that have all the words, else passages that do, else what
 * differs, nearest first.
 */
function decisivePieces(all: CheckedPiece[]): CheckedPiece[] {
  const decisive = all.filter(({ verdict, marks }) => verdict !== 'not-found' && marks.length)
  const complete = decisive.filter(({ diff }) => diff === null)
  const unturned = complete.filter(({ isTurned }) => !isTurned)
  const whole = unturned.length ? unturned : complete
  const quoted = whole.filter(({ asQuotation }) => asQuotation)
  if (whole.length) return byAttribution(quoted.length ? quoted : whole)
  return byAttribution(decisive).toSorted((a, b) => b.rank - a.rank)
}

/**
 * Sorts quotations before passages, those of the claimed speaker first, and a speaker's own words before reported
 * ones.
 */
const byAttribution = (all: CheckedPiece[]) =>
  all.toSorted((a, b) => attributionScore(b) - attributionScore(a))
const attributionScore = ({ piece, marks, asQuotation, speakerAgrees }: CheckedPiece) =>
  2 * Number(asQuotation) + Number(speakerAgrees) + firstHand(piece, marks)

/** The maximum number of near misses shown where nothing is found. */
const MAX_NEAREST = 3

type CheckOutcome = { prepared: PreparedQuery; readContext: ReadContext; all: CheckedPiece[] }

async function answerOf(
  decisive: CheckedPiece[],
  unquotable: CheckedPiece[],
  { prepared, readContext, all }: CheckOutcome,
): Promise<CheckAnswer> {
  const { question, scope, limit } = prepared
  const { evidence, retracted } = await collectEvidence(decisive, limit, readContext)
  const asNear = unquotable.filter(({ rank }) => rank >= (decisive[0]?.rank ?? 0))
  const named = [...retracted, ...(await collectEvidence(asNear, limit, readContext)).retracted]
  const common = { question, searched: scope.searched, retracted: named, total: evidence.length, offset: 0 }
  const first = evidence[0] && decisive.find(({ piece }) => isAt(piece, evidence[0]))
  if (first) {
    const { verdict, diff, omitted, asQuotation, speakerAgrees, patchwork } = first
    const judged = { verdict, diff, omitted, asQuotation, speakerAgrees, patchwork }
    return { kind: 'found', tier: 'found', ...common, evidence, nearest: [], ...judged }
  }
  const { evidence: nearest } = await collectEvidence(byLikeness(all), MAX_NEAREST, readContext)
  return { ...nothingFound(common), nearest }
}

const nothingFound = ({
  question,
  searched,
  retracted,
}: Pick<CheckAnswer, 'question' | 'searched' | 'retracted'>) => ({
  kind: 'nothing' as const,
  tier: 'nothing' as const,
  ...{ question, searched, retracted, total: 0, offset: 0 },
  evidence: [] as [],
  ...NOT_FOUND,
})

type Place = { start: number; end: number; citation: { articleId: string } }

const isAt = (piece: Piece, evidence?: Place) =>
  piece.articleId === evidence?.citation.articleId &&
  piece.start === evidence.start &&
  piece.end === evidence.end
