import { z } from 'zod'
import type { Article, Span } from '../../archive/article.ts'
import type { Hit, Piece } from '../../search/search-index.ts'
import { Answer, type Ask } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { collect, type Reading } from '../evidence/collect-evidence.ts'
import { type Found, openReader } from '../evidence/read-evidence.ts'
import { type Inquiry, inquire } from '../query/prepared-query.ts'
import { askedWords } from '../query/query-terms.ts'
import { questionOf } from '../query/question.ts'
import { quotationsBy } from '../query/speaker-query.ts'
import { firstHand } from '../ranking/first-hand.ts'
import { type Claim, markedClaim, unmarkedClaim } from './claim.ts'
import { patchwork } from './patchwork.ts'
import { type Agreement, agreementWith, noAgreement } from './speaker-match.ts'
import { speechOf } from './whole-quotation.ts'
import { compare, locate, runsOf, sameness, spelled } from './word-diff.ts'

/** From the best on: ours to the word, ours but for some words or for who said them, or not ours. */
const VERDICTS = ['exact', 'differs', 'not-found'] as const

/** The verdict on a quotation. */
export const Verdict = z.object({
  verdict: z.enum(VERDICTS),
  /** The asked words beside the published ones; null unless they differ. */
  diff: z.array(z.object({ op: z.enum(['same', 'published', 'asked']), text: z.string() })).nullable(),
  /** Whether the words stand in a quotation: false where they are the paper's own, null where not found. */
  asQuotation: z.boolean().nullable(),
  /** Whether they are said by whom the question names (`saidBy`); null where it names nobody, or the story does not tell. */
  speakerAgrees: z.boolean().nullable(),
  /** The words are ours to the letter, but put together from several places. */
  patchwork: z.boolean(),
})
export type Verdict = z.infer<typeof Verdict>

export const CheckAnswer = z.intersection(Answer, Verdict)
export type CheckAnswer = z.infer<typeof CheckAnswer>

/** A piece with the verdict on it; `rank` is the share of the words that it has. */
type Checked = Found & Verdict

/**
 * Whether words are ours, as they were published: against quotations first, then against any passage. Marks,
 * punctuation, spacing, the case of a first letter (of all, in a text all in one case) and ellipses make no
 * difference; a changed word does. All words count, those that name a day too; but a clause that says who said them
 * is set apart, and held against the speaker. Where a speaker is asked for, a passage is no answer: it is nobody's words.
 */
export async function check(ask: Ask, desk: Desk): Promise<CheckAnswer> {
  const typed: Claim = { words: ask.text, speaker: null }
  const whole = await compared(typed, ask, desk)
  if (whole.asQuotation && whole.verdict === 'exact') return whole
  const marked = markedClaim(ask.text)
  if (marked) return checkClaim(marked, ask, desk)
  const asTyped = await pieced(typed, whole, { ask, desk })
  const claim = unmarkedClaim(ask.text)
  const parted = claim && (await checkClaim(claim, ask, desk))
  return parted && VERDICTS.indexOf(parted.verdict) <= VERDICTS.indexOf(asTyped.verdict) ? parted : asTyped
}

/**
 * Whether words are ours, and said by whom they are claimed to be: said by anybody else, or put together from several
 * places, they differ.
 */
export async function checkClaim(claim: Claim, ask: Ask, desk: Desk): Promise<CheckAnswer> {
  return pieced(claim, await compared(claim, ask, desk), { ask, desk })
}

type Checker = { ask: Ask; desk: Desk }

/** The verdict on words as a whole or, where they have none of all as one, on their sentences. */
async function pieced(claim: Claim, whole: CheckAnswer, { ask, desk }: Checker): Promise<CheckAnswer> {
  if (whole.verdict === 'exact' || (whole.verdict === 'differs' && !whole.diff)) return whole
  const parts = await patchwork(claim, (part) => compared(part, ask, desk))
  return parts ? { ...parts, question: whole.question } : whole
}

/** The verdict on words as a whole. */
async function compared({ words, speaker }: Claim, ask: Ask, desk: Desk): Promise<CheckAnswer> {
  const question = { ...questionOf(ask, desk.now()), topic: words, saidBy: speaker, days: [] }
  const inquiry = inquire(question, ask, desk)
  const reading: Reading = { read: openReader(desk), desk }
  const { hits, agrees } = await candidates(inquiry)
  const all = await verdicts({ words, agrees }, hits, reading)
  const may = ({ piece }: Found) => inquiry.scope.quotable.has(piece.articleId)
  return answerOf(decided(all.filter(may)), decided(all.filter((one) => !may(one))), {
    inquiry,
    reading,
    all: all.filter(may),
  })
}

/** How many quotations and passages are compared. */
const CANDIDATES = 40

/** What may have the words: quotations, then passages, unless a speaker is asked for; and whether they are the claimed one's. */
async function candidates({ question, scope, desk }: Inquiry): Promise<{ hits: Hit[]; agrees: Agreement }> {
  const { topic, speaker, saidBy } = question
  const query = { words: askedWords(topic), articles: scope.open, limit: CANDIDATES }
  const agrees = saidBy ? agreementWith(saidBy, await quotationsBy(saidBy, query, desk.index)) : noAgreement
  const said = await quotationsBy(speaker, query, desk.index)
  const written = speaker ? [] : (await desk.index.passages({ ...query, speakers: [] })).hits
  return { hits: [...said.hits, ...written], agrees }
}

/** The words that are checked, and whether a piece is said by whom they are claimed to be said by. */
type Checking = { words: string; agrees: Agreement }

async function verdicts(checking: Checking, hits: Hit[], { read }: Reading): Promise<Checked[]> {
  const checked: Checked[] = []
  for (const { piece } of hits) {
    const article = await read(piece.articleId)
    if (article) checked.push(verdictOn(checking, piece, article))
  }
  return checked
}

/** Words that share less than this with ours, of all or in number, are not ours. */
const LIKE = 0.55
const FEWEST = 3

/** The verdict on one piece: the quotation with what it carries on, or the passage. */
function verdictOn({ words, agrees }: Checking, piece: Piece, article: Article): Checked {
  const published = piece.quotation ? speechOf(article, piece.ordinal) : spelled(piece.text, piece.start)
  const [runs, same] = [runsOf(words), sameness(words)]
  const exact = locate(published, runs, same)
  const near = exact ? null : compare(published, runs.flat(), same)
  const [place, rank] = exact ? [exact, 1] : [near, near?.share ?? 0]
  if (!place || rank < LIKE || (near && near.shared < FEWEST)) return { piece, rank, marks: [], ...NOT_FOUND }
  const marks = marksOf(piece, place)
  const speakerAgrees = isReported(piece, marks) ? null : agrees(piece)
  return {
    ...{ piece, rank, marks, speakerAgrees, patchwork: false },
    verdict: exact && speakerAgrees !== false ? 'exact' : 'differs',
    diff: near?.steps ?? null,
    asQuotation: piece.quotation !== null,
  }
}

/** Words that somebody else is quoted with within a quotation are not its speaker's. */
const isReported = (piece: Piece, marks: Span[]) => firstHand(piece, marks) === 0

const NOT_FOUND: Verdict = {
  ...{ verdict: 'not-found', diff: null, asQuotation: null, speakerAgrees: null, patchwork: false },
}

/** The part of a stretch that lies in the piece is what is marked of it. */
function marksOf(piece: Piece, { start, end }: Span): Span[] {
  const mark = {
    start: Math.max(start, piece.start) - piece.start,
    end: Math.min(end, piece.end) - piece.start,
  }
  return mark.start < mark.end ? [mark] : []
}

/** The pieces that decide: quotations that have all the words, or passages, or what differs, the nearest first. */
function decided(all: Checked[]): Checked[] {
  const decisive = all.filter(({ verdict, marks }) => verdict !== 'not-found' && marks.length)
  const whole = decisive.filter(({ diff }) => diff === null)
  const quoted = whole.filter(({ asQuotation }) => asQuotation)
  if (whole.length) return ownFirst(quoted.length ? quoted : whole)
  return ownFirst(decisive).toSorted((a, b) => b.rank - a.rank)
}

/**
 * Words are somebody's before they are the paper's, the claimed speaker's first, and their speaker's before they are
 * somebody's who reports them.
 */
const ownFirst = (all: Checked[]) => all.toSorted((a, b) => ownness(b) - ownness(a))
const ownness = ({ piece, marks, asQuotation, speakerAgrees }: Checked) =>
  2 * Number(asQuotation) + Number(speakerAgrees) + firstHand(piece, marks)

/** Near misses shown with a no. */
const NEAREST = 3

type Judging = { inquiry: Inquiry; reading: Reading; all: Checked[] }

async function answerOf(
  decisive: Checked[],
  unsaid: Checked[],
  { inquiry, reading, all }: Judging,
): Promise<CheckAnswer> {
  const { question, scope, limit } = inquiry
  const { evidence, retracted } = await collect(decisive, limit, reading)
  const asNear = unsaid.filter(({ rank }) => rank >= (decisive[0]?.rank ?? 0))
  const named = [...retracted, ...(await collect(asNear, limit, reading)).retracted]
  const common = { question, searched: scope.searched, retracted: named }
  const first = evidence[0] && decisive.find(({ piece }) => isAt(piece, evidence[0]))
  if (first) {
    const { verdict, diff, asQuotation, speakerAgrees, patchwork } = first
    const judged = { verdict, diff, asQuotation, speakerAgrees, patchwork }
    return { kind: 'found', tier: 'found', ...common, evidence, nearest: [], ...judged }
  }
  const byLikeness = all.toSorted((a, b) => b.rank - a.rank)
  const { evidence: nearest } = await collect(byLikeness, NEAREST, reading)
  return { kind: 'nothing', tier: 'nothing', ...common, evidence: [], nearest, ...NOT_FOUND }
}

type Place = { start: number; end: number; citation: { articleId: string } }

const isAt = (piece: Piece, evidence?: Place) =>
  piece.articleId === evidence?.citation.articleId &&
  piece.start === evidence.start &&
  piece.end === evidence.end
