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
 * How a candidate has what is asked for, the best last: in other words, in the very words, in these in their order, or
 * in all of them in their order.
 */
const WORDINGS = ['other', 'literal', 'verbatim', 'whole'] as const
export type Wording = (typeof WORDINGS)[number]

/** Orders wordings, the best first. */
export const byWording = (one: Wording, other: Wording): number =>
  WORDINGS.indexOf(other) - WORDINGS.indexOf(one)

/**
 * Returns the wording of each candidate; words of somebody whom it quotes do not count for a quotation, and passages
 * are `other`. Stop words count as
 * well: "who said they have to ask" asks for these words in this order.
 */
export function wordingsOf(candidates: Measured[], { queryTerms }: PreparedQuery): Wording[] {
  const asked = pairsOf(queryTerms.sequence.map(({ term }) => term))
  return candidates.map((one) => {
    const { piece } = one.hit
    if (!piece.quotation || firstHand(piece, one.marks) === 0) return 'other'
    const kept = keptPairs(ownTerms(one), asked)
    if (kept >= MIN_VERBATIM_PAIRS && kept === asked.size) return 'whole'
    if (kept >= MIN_VERBATIM_PAIRS && kept >= MIN_VERBATIM_SHARE * asked.size) return 'verbatim'
    return one.exact.own >= MIN_LITERAL_SHARE && !piece.quotation.within ? 'literal' : 'other'
  })
}

/** The terms of a quotation that are not of somebody whom it quotes. */
function ownTerms({ text: { terms, starts, ends }, hit: { piece } }: Measured): string[] {
  const inner = piece.quotation?.inner ?? []
  return terms.filter(
    (_, i) => !inner.some(({ start, end }) => start <= (starts[i] as number) && (ends[i] as number) <= end),
  )
}

/** How many of some pairs of neighbouring words a text has. */
function keptPairs(terms: string[], asked: ReadonlySet<string>): number {
  const said = pairsOf(terms)
  return [...asked].filter((pair) => said.has(pair)).length
}

const pairsOf = (terms: string[]): ReadonlySet<string> =>
  new Set(terms.slice(1).map((term, i) => `${terms[i]} ${term}`))
