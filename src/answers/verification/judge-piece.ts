// Judges whether one piece has the words of a claim: to the letter, nearly, or not.
import type { Article, Span } from '../../archive/article.ts'
import type { Piece } from '../../search/search-index.ts'
import type { FoundPiece } from '../evidence/read-evidence.ts'
import { firstHand } from '../ranking/first-hand.ts'
import type { AskedWords } from './asked-runs.ts'
import type { Verdict } from './check-answer.ts'
import { comparedWords } from './compared-words.ts'
import { exactMatch } from './exact-match.ts'
import type { SpeakerAgreement } from './speaker-match.ts'
import { speechOf } from './whole-quotation.ts'
import { compareWords, greatestShare } from './word-diff.ts'

/**
 * A piece with the verdict on it; `rank` is the share of the words that it has. `isTurned`: it has all words, and what
 * was left out between them turns the sense. `compared`: where `rank` is only the most that it may be, the same piece
 * with what it is; null where that is known.
 */
export type CheckedPiece = FoundPiece & Verdict & { isTurned: boolean; compared: (() => CheckedPiece) | null }

/** The words checked, and whether a piece is said by the claimed speaker. */
export type ClaimedWords = { asked: AskedWords; agreement: SpeakerAgreement }

/** Words that share less than this with the published ones, as a share or in number, are not published. */
const MIN_MATCH_SHARE = 0.55
const MIN_MATCH_WORDS = 3

/** A longer claim is not compared with what does not have it: how far that is from it takes long, and tells little. */
const MAX_COMPARED_WORDS = 400

/** Returns the verdict on one piece: on a quotation with the parts that continue it, or on a passage. */
export function verdictOn({ asked, agreement }: ClaimedWords, piece: Piece, article: Article): CheckedPiece {
  const published = piece.quotation
    ? speechOf(article, piece.ordinal)
    : comparedWords(piece.text, piece.start)
  const exact = exactMatch(asked, published, article)
  const most = exact ? 1 : greatestShare(published, asked)
  if (most < MIN_MATCH_SHARE) {
    const isLong = asked.all.length > MAX_COMPARED_WORDS
    return notPublished(piece, most, isLong ? null : () => compareWords(published, asked)?.share ?? 0)
  }
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

export const NOT_FOUND: Verdict = {
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

/** So many pieces are sorted by what they have: several may have the same words and be shown as one. */
const MAX_ALIKE = 12

/** Sorts pieces by how many of the words they have; those that may be among the first are compared for that. */
export function byLikeness(all: CheckedPiece[]): CheckedPiece[] {
  const sorted = all.toSorted((a, b) => b.rank - a.rank)
  const unsure = sorted.slice(0, MAX_ALIKE).find(({ compared }) => compared)
  return unsure ? byLikeness(all.map((one) => (one === unsure ? (one.compared?.() ?? one) : one))) : sorted
}
