// Answers `check`: whether words were published exactly as given, and who said them.

import type { Article, Span } from '../../archive/article.ts'
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
import { type AskedWords, readAsked } from './asked-runs.ts'
import { type CheckAnswer, VERDICTS, type Verdict } from './check-answer.ts'
import { type Claim, markedClaim, unmarkedClaim } from './claim.ts'
import { comparedWords } from './compared-words.ts'
import { exactMatch } from './exact-match.ts'
import { patchwork } from './patchwork.ts'
import { hasEllipsis, isQuotable } from './quotable-words.ts'
import { agreementWith, noAgreement, type SpeakerAgreement } from './speaker-match.ts'
import { speechOf } from './whole-quotation.ts'
import { compareWords, greatestShare } from './word-diff.ts'

/**
 * A piece with the verdict on it; `rank` is the share of the words that it has. `isTurned`: it has all words, and what
 * was left out between them turns the sense. `compared`: where `rank` is only the most that it may be, the same piece
 * with what it is; null where that is known.
 */
type CheckedPiece = FoundPiece & Verdict & { isTurned: boolean; compared: (() => CheckedPiece) | null }

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

/** The words checked, and whether a piece is said by the claimed speaker. */
type ClaimedWords = { asked: AskedWords; agreement: SpeakerAgreement }

async function verdicts(checking: ClaimedWords, hits: Hit[], { read }: ReadContext): Promise<CheckedPiece[]> {
  const checked: CheckedPiece[] = []
  for (const { piece } of hits) {
    const article = await read(piece.articleId)
    if (article) checked.push(verdictOn(checking, piece, article))
  }
  return checked
}

/** Words that share less than this with the published ones, as a share or in number, are not published. */
const MIN_MATCH_SHARE = 0.55
const MIN_MATCH_WORDS = 3

/** Returns the verdict on one piece: on a quotation with the parts that continue it, or on a passage. */
function verdictOn({ asked, agreement }: ClaimedWords, piece: Piece, article: Article): CheckedPiece {
  const published = piece.quotation
    ? speechOf(article, piece.ordinal)
    : comparedWords(piece.text, piece.start)
  const exact = exactMatch(asked, published, article)
  const most = exact ? 1 : greatestShare(published, asked)
  if (most < MIN_MATCH_SHARE)
    return notPublished(piece, most, () => compareWords(published, asked)?.share ?? 0)
  const near = exact ? null : compareWords(published, asked)
  const [place, rank] = exact ? [exact, 1] : [near, near?.share ?? 0]
  if (!place || rank < MIN_MATCH_SHARE || (near && near.shared < MIN_MATCH_WORDS))
    return notPublished(piece, rank)
  const marks = marksOf(piece, place)
  const speakerAgrees = isReported(piece, marks) ? null : agreement(piece)
  const [omitted, isTurned] = [exact?.omitted ?? [], exact?.isTurned ?? false]
  return {
    ...{ piece, rank, marks, speakerAgrees, omitted, isTurned, compared: null },
    verdict: exact && !isTurned && speakerAgrees !== false ? 'exact' : 'differs',
    diff: near?.steps ?? null,
    asQuotation: piece.quotation !== null,
    patchwork: isTurned && omitted.length === 0,
  }
}

/** A piece that does not have the words, with the share of them that it has; or has at most, where `share` tells it. */
function notPublished(piece: Piece, rank: number, share: (() => number) | null = null): CheckedPiece {
  const compared = share && (() => notPublished(piece, share()))
  return { piece, rank, marks: [], isTurned: false, compared, ...NOT_FOUND }
}

/** Words that somebody else is quoted with inside a quotation are not its speaker's. */
const isReported = (piece: Piece, marks: Span[]) => firstHand(piece, marks) === 0

const NOT_FOUND: Verdict = {
  ...{
    verdict: 'not-found',
    diff: null,
    omitted: [],
    asQuotation: null,
    speakerAgrees: null,
    patchwork: false,
  },
}

/** Returns the part of a span of the article that lies in the piece, relative to the piece; empty where none does. */
function marksOf(piece: Piece, { start, end }: Span): Span[] {
  const mark = {
    start: Math.max(start, piece.start) - piece.start,
    end: Math.min(end, piece.end) - piece.start,
  }
  return mark.start < mark.end ? [mark] : []
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

/** The maximum number of near misses shown where nothing is found; several may have the same words and be one. */
const MAX_NEAREST = 3
const MAX_ALIKE = 12

/** Sorts pieces by how many of the words they have; those that may be among the first are compared for that. */
function byLikeness(all: CheckedPiece[]): CheckedPiece[] {
  const sorted = all.toSorted((a, b) => b.rank - a.rank)
  const unsure = sorted.slice(0, MAX_ALIKE).find(({ compared }) => compared)
  return unsure ? byLikeness(all.map((one) => (one === unsure ? (one.compared?.() ?? one) : one))) : sorted
}

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
