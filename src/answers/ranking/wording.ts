// Tells whether a quotation has what is asked for word for word: those come before all others.
import type { PreparedQuery } from '../query/prepared-query.ts'
import { firstHand } from './first-hand.ts'
import type { Measured } from './measure-candidates.ts'

/** A quotation is verbatim when it has this share of the question's pairs of neighbouring words, and so many of them. */
const MIN_VERBATIM_SHARE = 0.6
const MIN_VERBATIM_PAIRS = 2

/** A quotation is literal when it has at least this share of the question's information in the very words. */
const MIN_LITERAL_SHARE = 0.8

/**
 * Returns for each candidate 2 where it is a verbatim quotation, 1 where it is a literal one, and 0 for any other, for
 * words within another quotation, and for passages. Stop words count as well: "who said they have to ask" asks for
 * these words in this order.
 */
export function wordingsOf(candidates: Measured[], { queryTerms }: PreparedQuery): (0 | 1 | 2)[] {
  const asked = pairsOf(queryTerms.sequence.map(({ term }) => term))
  return candidates.map((one) => {
    const { piece } = one.hit
    if (!piece.quotation || firstHand(piece, one.marks) < 1) return 0
    if (isVerbatim(one.text.terms, asked)) return 2
    return one.exact.own >= MIN_LITERAL_SHARE ? 1 : 0
  })
}

function isVerbatim(terms: string[], asked: ReadonlySet<string>): boolean {
  if (asked.size < MIN_VERBATIM_PAIRS) return false
  const said = pairsOf(terms)
  const kept = [...asked].filter((pair) => said.has(pair)).length
  return kept >= MIN_VERBATIM_PAIRS && kept >= MIN_VERBATIM_SHARE * asked.size
}

const pairsOf = (terms: string[]): ReadonlySet<string> =>
  new Set(terms.slice(1).map((term, i) => `${terms[i]} ${term}`))
