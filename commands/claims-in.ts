// Lists the claims of a text: its quotations, each with who is said to have said it.
import type { Claim } from '../src/answers/verification/claim.ts'
import type { Quotation } from '../src/archive/article.ts'

/** Fewer words in marks are taken for a name, a title or a term. */
export const MIN_QUOTATION_WORDS = 3

/**
 * Returns the claims of a text from the quotations in it. Those within another are a part of it, and a few words in
 * marks are none. A quotation that goes on after who said it is two claims: "“…,” Trump said, and “…”" may be two.
 */
export const claimsIn = (text: string, quotations: Quotation[]): Claim[] =>
  quotations
    .filter(({ within }) => within === null)
    .map(({ start, end, speaker }) => ({ words: text.slice(start, end).trim(), speaker }))
    .filter(({ words }) => words.split(/\s+/).length >= MIN_QUOTATION_WORDS)
