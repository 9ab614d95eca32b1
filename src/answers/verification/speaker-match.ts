// Decides whether a piece is said by the speaker that a claim names.
import type { Findings, Piece } from '../../search/search-index.ts'
import { nameTerms } from '../query/speaker-query.ts'

/** Whether a piece is said by the claimed speaker; null where that cannot be told. */
export type SpeakerAgreement = (piece: Piece) => boolean | null

/** For claims that name nobody. */
export const noAgreement: SpeakerAgreement = () => null

/**
 * Returns whether a piece's speaker agrees with the claimed one: where the index finds the piece by the claim
 * (`own`), or the claim contains all of the speaker's name. Null where the story gives no name, or the claim none.
 */
export function agreementWith(claimed: string, own: Findings): SpeakerAgreement {
  const found = new Set(own.hits.map(({ piece }) => placeOf(piece)))
  const terms = nameTerms(claimed)
  const isName = /\p{Lu}/u.test(claimed)
  return (piece) => {
    if (piece.quotation === null) return false
    if (found.has(placeOf(piece))) return true
    const { names, clause } = piece.quotation
    const isNamed = names !== '' && clause === ''
    if (isNamed && names.split(' ').every((term) => terms.includes(term))) return true
    return isNamed && isName ? false : null
  }
}

const placeOf = ({ articleId, ordinal }: Piece) => `${articleId} ${ordinal}`
