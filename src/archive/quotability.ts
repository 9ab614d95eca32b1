// Decides whether a story may be quoted, named or neither at a time.
import type { Facts } from './article.ts'

/** `quotable` may be quoted, `retracted` may be named but not quoted, `withheld` may not be shown. */
export type Quotability = 'quotable' | 'retracted' | 'withheld'

/**
 * Returns whether a story may be quoted at a time. It fails closed: an embargo without a time or a zone holds, an
 * unknown status is withheld, and an embargo until a day ends when that day has begun everywhere (UTC-12).
 * A story whose publication has ended is withheld, from the first moment of a day in UTC.
 */
export function quotabilityOf(
  facts: Pick<Facts, 'status' | 'embargoUntil' | 'expiresAt'>,
  now: Date,
): Quotability {
  if (facts.embargoUntil && now < embargoEnd(facts.embargoUntil)) return 'withheld'
  if (facts.expiresAt && now >= new Date(facts.expiresAt)) return 'withheld'
  if (facts.status === 'retracted') return 'retracted'
  if (facts.status === 'usable' || facts.status === 'corrected') return 'quotable'
  return facts.status === 'embargoed' && facts.embargoUntil ? 'quotable' : 'withheld'
}

/** Returns the instant at which an embargo ends; a day without a time begins at UTC-12. */
export const embargoEnd = (embargoUntil: string) =>
  new Date(embargoUntil.length === 10 ? `${embargoUntil}T00:00:00-12:00` : embargoUntil)
