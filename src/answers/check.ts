import { z } from 'zod'
import type { Article } from '../archive/article.ts'
import type { Findings, Hit, Piece } from '../search/search-index.ts'
import { Answer, type Ask } from './answer.ts'
import { askedWords } from './asked.ts'
import { collect, type Reading } from './collect.ts'
import { compare, locate, runsOf, sameness, spelled } from './comparison.ts'
import type { Desk } from './desk.ts'
import { type Found, openReader } from './evidence.ts'
import { type Inquiry, inquire } from './inquiry.ts'
import { questionOf } from './question.ts'
import { firstHand } from './ranking.ts'
import { speechOf } from './speech.ts'

/** The verdict on a quotation: ours to the word, ours but for some words, or not ours. */
export const Verdict = z.object({
  verdict: z.enum(['exact', 'differs', 'not-found']),
  /** The asked words beside the published ones; null unless they differ. */
  diff: z.array(z.object({ op: z.enum(['same', 'published', 'asked']), text: z.string() })).nullable(),
  /** Whether the words stand in a quotation: false where they are the paper's own, null where not found. */
  asQuotation: z.boolean().nullable(),
})
export type Verdict = z.infer<typeof Verdict>

export const CheckAnswer = z.intersection(Answer, Verdict)
export type CheckAnswer = z.infer<typeof CheckAnswer>

/** A piece with the verdict on it; `rank` is the share of the words that it has. */
type Checked = Found & Verdict

/**
 * Whether words are ours, as they were published: against quotations first, then against any passage. Marks,
 * punctuation, spacing, the case of a first letter (of all, in a text all in one case) and ellipses make no
 * difference; a changed word does. All words count, those that name a day too. Where a speaker is asked for, a
 * passage is no answer: it is nobody's words.
 */
export async function check(ask: Ask, desk: Desk): Promise<CheckAnswer> {
  const question = { ...questionOf(ask, desk.now()), topic: ask.text, days: [] }
  const inquiry = inquire(question, ask, desk)
  const reading: Reading = { read: openReader(desk), desk }
  const [said, written] = await candidates(ask, inquiry)
  const all = [
    ...(await verdicts(ask.text, said.hits, reading)),
    ...(await verdicts(ask.text, written.hits, reading)),
  ]
  const may = ({ piece }: Found) => inquiry.scope.quotable.has(piece.articleId)
  return answerOf(decided(all.filter(may)), decided(all.filter((one) => !may(one))), {
    inquiry,
    reading,
    all: all.filter(may),
  })
}

/** How many quotations and passages are compared. */
const CANDIDATES = 40

function candidates({ text }: Ask, { question, scope, desk }: Inquiry): Promise<[Findings, Findings]> {
  const words = askedWords(text)
  const query = { words, articles: scope.open, limit: CANDIDATES }
  const speaker = askedWords(question.speaker ?? '').map(({ term }) => term)
  return Promise.all([
    desk.index.quotations({ ...query, speaker }),
    speaker.length ? NO_FINDINGS : desk.index.passages({ ...query, speaker }),
  ])
}

const NO_FINDINGS: Findings = { hits: [], weights: [] }

async function verdicts(text: string, hits: Hit[], { read }: Reading): Promise<Checked[]> {
  const checked: Checked[] = []
  for (const { piece } of hits) {
    const article = await read(piece.articleId)
    const verdict = article && verdictOn(text, piece, article)
    if (verdict) checked.push(verdict)
  }
  return checked
}

/** Words that share less than this with ours are not ours. */
const LIKE = 0.55

/** The verdict on one piece: the quotation with what it carries on, or the passage. */
function verdictOn(text: string, piece: Piece, article: Article): Checked | null {
  const published = piece.quotation ? speechOf(article, piece.ordinal) : spelled(piece.text, piece.start)
  const [runs, same] = [runsOf(text), sameness(text)]
  const asQuotation = piece.quotation !== null
  const exact = locate(published, runs, same)
  if (exact) return { ...found(piece, exact, 1), verdict: 'exact', diff: null, asQuotation }
  const near = compare(published, runs.flat(), same)
  if (!near || near.share < LIKE) return { piece, rank: near?.share ?? 0, marks: [], ...NOT_FOUND }
  return { ...found(piece, near, near.share), verdict: 'differs', diff: near.steps, asQuotation }
}

const NOT_FOUND: Verdict = { verdict: 'not-found', diff: null, asQuotation: null }

/** The part of a stretch that lies in the piece is what is marked of it. */
function found(piece: Piece, { start, end }: { start: number; end: number }, rank: number): Found {
  const mark = {
    start: Math.max(start, piece.start) - piece.start,
    end: Math.min(end, piece.end) - piece.start,
  }
  return { piece, rank, marks: mark.start < mark.end ? [mark] : [] }
}

/** The pieces that decide: exact quotations, or exact passages, or those that differ, the nearest first. */
function decided(all: Checked[]): Checked[] {
  const exact = all.filter(({ verdict, marks }) => verdict === 'exact' && marks.length)
  const quoted = exact.filter(({ asQuotation }) => asQuotation)
  if (exact.length) return firstHandFirst(quoted.length ? quoted : exact)
  const differing = all.filter(({ verdict, marks }) => verdict === 'differs' && marks.length)
  return firstHandFirst(differing).toSorted((a, b) => b.rank - a.rank)
}

/** Words are their speaker's before they are somebody's who reports them. */
const firstHandFirst = (all: Checked[]) =>
  all.toSorted((a, b) => firstHand(b.piece, b.marks) - firstHand(a.piece, a.marks))

/** Near misses shown with a no. */
const NEAREST = 3

type Checking = { inquiry: Inquiry; reading: Reading; all: Checked[] }

async function answerOf(
  decisive: Checked[],
  unsaid: Checked[],
  { inquiry, reading, all }: Checking,
): Promise<CheckAnswer> {
  const { question, scope, limit } = inquiry
  const { evidence, retracted } = await collect(decisive, limit, reading)
  const asNear = unsaid.filter(({ rank }) => rank >= (decisive[0]?.rank ?? 0))
  const named = [...retracted, ...(await collect(asNear, limit, reading)).retracted]
  const common = { question, searched: scope.searched, retracted: named }
  const first = evidence[0] && decisive.find(({ piece }) => isAt(piece, evidence[0]))
  if (first) {
    const { verdict, diff, asQuotation } = first
    return { kind: 'found', ...common, evidence, nearest: [], verdict, diff, asQuotation }
  }
  const byLikeness = all.toSorted((a, b) => b.rank - a.rank)
  const { evidence: nearest } = await collect(byLikeness, NEAREST, reading)
  return { kind: 'nothing', ...common, evidence: [], nearest, ...NOT_FOUND }
}

type Place = { start: number; end: number; citation: { articleId: string } }

const isAt = (piece: Piece, evidence?: Place) =>
  piece.articleId === evidence?.citation.articleId &&
  piece.start === evidence.start &&
  piece.end === evidence.end
