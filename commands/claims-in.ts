// Lists the claims of a text: its quotations, each with who is said to have said it.
import type { Claim } from '../src/answers/verification/claim.ts'
import type { Quotation } from '../src/archive/article.ts'

/** Fewer words in marks are taken for a name, a title or a term. */
export const MIN_QUOTATION_WORDS = 3

/**
 * Returns the claims of a text from the quotations in it: a quotation with the parts that continue it is one claim,
 * those within another are a part of it, and a few words in marks are none.
 */
export function claimsIn(text: string, quotations: Quotation[]): Claim[] {
  const claims = new Map<number, Claim>()
  for (const { start, end, speaker, within, continues, ordinal } of quotations) {
    if (within !== null) continue
    const words = text.slice(start, end).trim()
    const begun = continues === null ? undefined : claims.get(continues)
    if (begun) begun.words += ` ${words}`
    claims.set(ordinal, begun ?? { words, speaker })
  }
  return [...new Set(claims.values())].filter(({ words }) => words.split(/\s+/).length >= MIN_QUOTATION_WORDS)
}
