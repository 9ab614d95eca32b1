import type { Findings, Piece } from '../../search/search-index.ts'
import { nameTerms } from '../query/speaker-query.ts'

/** Whether words are said by a claimed speaker; null where that cannot be told. */
export type Agreement = (piece: Piece) => boolean | null

/** Where nobody is claimed to have said it. */
export const noAgreement: Agreement = () => null

/**
 * Who said a piece beside who is claimed to: they agree where the index finds it by the claim (`own`), or the claim
 * has all of the speaker's name. It cannot be told where the story gives no name, or the claim none.
 */
export function agreementWith(claimed: string, own: Findings): Agreement {
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
