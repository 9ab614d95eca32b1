// Puts the passage that answers a question before the passage that asks it, as interviews and debates print them.
import type { Piece } from '../search/search-index.ts'
import type { Desk } from './desk.ts'
import type { RankedHit } from './ranking/rank-hits.ts'

/** A passage that does nothing but ask: its last words are a question, whatever marks close it. */
const ASKS = /\?["”’*_)\]]*\s*$/u

/** Such a passage has so many sentences at most; a longer one tells something before it asks. */
const MAX_ASKING_SENTENCES = 2

/**
 * Returns ranked passages with the one that follows a passage that asks moved before it; it is taken in where it was not
 * found itself, as an answer seldom repeats the words of its question.
 */
export function answersFirst(ranked: RankedHit[], desk: Desk): RankedHit[] {
  const placed = new Set<Piece>()
  return ranked.flatMap((hit) => {
    const answer = asks(hit.piece) ? following(hit.piece, desk) : null
    const found =
      answer &&
      (ranked.find(({ piece }) => piece.start === answer.start && piece.articleId === answer.articleId) ??
        inPlaceOf(hit, answer))
    return [...(found ? [found] : []), hit].filter(({ piece }) => {
      const isNew = !placed.has(piece)
      placed.add(piece)
      return isNew
    })
  })
}

const asks = ({ text }: Piece) =>
  ASKS.test(text) &&
  text.split(/[.!?]["”’*_)\]]*(?:\s|$)/u).filter((one) => one.trim()).length <= MAX_ASKING_SENTENCES

/** The passage after one, where it asks nothing itself. */
function following({ articleId, passage }: Piece, { index }: Desk): Piece | null {
  const { passages } = index.piecesOf(articleId)
  const next = passages[passages.findIndex(({ ordinal }) => ordinal === passage.ordinal) + 1]
  return next && !ASKS.test(next.text) ? next : null
}

/** A passage that stands for the one that asks, with no words of the question in it. */
const inPlaceOf = (hit: RankedHit, piece: Piece): RankedHit => ({ ...hit, piece, matches: [], marks: [] })
