// Finds the voices of a live segment: each of its quotations is one.
import type { Document } from '../index/documents.ts'
import type { QuotationDetails } from '../search-index.ts'
import { calledBy } from './live-counts.ts'
import type { Voices } from './segment.ts'

/** The voices of quotations, given as they are by now, each with the row of its story; those of removed stories count. */
export function liveVoices(quotations: readonly Document[], storyOf: ArrayLike<number>): Voices {
  const at = (voice: number) => quotations[voice]?.piece.quotation as QuotationDetails
  const those = (fits: (one: Document) => boolean) =>
    quotations.flatMap((one, voice) => (fits(one) ? [voice] : []))
  return {
    called: (terms) =>
      those((one) => {
        const called = calledBy(one)
        return terms.every((term) => called.has(term))
      }),
    named: (names) => those(({ piece }) => piece.quotation?.names === names),
    at,
    hasName: (voice) => at(voice).names !== '' && at(voice).clause === '',
    story: (voice) => storyOf[voice] as number,
    of: (quotation) => quotation,
  }
}
