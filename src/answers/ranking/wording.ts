// Tells whether a quotation has what is asked for word for word: those come before all others.
import type { Span } from '../../archive/article.ts'
import type { Piece } from '../../search/search-index.ts'
import type { PreparedQuery } from '../query/prepared-query.ts'
import { firstHand } from './first-hand.ts'
import type { Measured } from './measure-candidates.ts'

/** A quotation is verbatim when it has this share of the question's pairs of neighbouring words, and so many of them. */
const MIN_VERBATIM_SHARE = 0.6
const MIN_VERBATIM_PAIRS = 2

/** A quotation is literal when it has at least this share of the question's information in the very words. */
const MIN_LITERAL_SHARE = 0.8

/** A piece as it was measured, with where asked words stand in it. */
type Worded = { piece: Piece; measured: Measured | null; marks: Span[] }

/** Returns 2 for a verbatim quotation, 1 for a literal one, 0 for any other, for words that somebody else is quoted with, and for passages. */
export function wordingOf(hit: Worded, prepared: PreparedQuery): 0 | 1 | 2 {
  if (!hit.piece.quotation || !hit.measured || firstHand(hit.piece, hit.marks) === 0) return 0
  if (isVerbatim(hit.measured.text.terms, prepared)) return 2
  return hit.measured.exact.own >= MIN_LITERAL_SHARE ? 1 : 0
}

/** Stop words count as well: "who said they have to ask" asks for these words in this order. */
function isVerbatim(terms: string[], { queryTerms: { sequence } }: PreparedQuery): boolean {
  const asked = pairsOf(sequence.map(({ term }) => term))
  if (asked.size < MIN_VERBATIM_PAIRS) return false
  const said = pairsOf(terms)
  const kept = [...asked].filter((pair) => said.has(pair)).length
  return kept >= MIN_VERBATIM_PAIRS && kept >= MIN_VERBATIM_SHARE * asked.size
}

const pairsOf = (terms: string[]): ReadonlySet<string> =>
  new Set(terms.slice(1).map((term, i) => `${terms[i]} ${term}`))
