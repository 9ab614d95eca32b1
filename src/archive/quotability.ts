import type { Facts } from './article.ts'

/** How a story stands: whether it may be quoted now, and if not, whether it may be named at all. */
export type Standing = 'quotable' | 'retracted' | 'withheld'

/**
 * The standing of a story at a time. It fails closed: an embargo without a time or a zone holds, a status
 * nobody knows is withheld, and a day's embargo lifts when that day begins everywhere (UTC-12).
 */
export function standing(facts: Pick<Facts, 'status' | 'embargoUntil'>, now: Date): Standing {
  if (facts.embargoUntil && now < liftsAt(facts.embargoUntil)) return 'withheld'
  if (facts.status === 'retracted') return 'retracted'
  if (facts.status === 'usable' || facts.status === 'corrected') return 'quotable'
  return facts.status === 'embargoed' && facts.embargoUntil ? 'quotable' : 'withheld'
}

/** When an embargo lifts. */
export const liftsAt = (embargoUntil: string) =>
  new Date(embargoUntil.length === 10 ? `${embargoUntil}T00:00:00-12:00` : embargoUntil)
