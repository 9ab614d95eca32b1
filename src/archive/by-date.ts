// Orders stories by their dates of publication.
import type { Moment } from './article.ts'

/** Returns a moment in milliseconds since 1970; a day without a time counts as its beginning in UTC. */
const instantOf = (moment: Moment) => Date.parse(moment)

/** Anything with a date of publication, null where it is unknown. */
type DatedStory = { publishedAt: Moment | null }

/**
 * Compares stories for `toSorted`, newest first, by the instant of publication, whatever its zone.
 * A day without a time counts as its beginning; stories without a date come last.
 */
export function newestFirst({ publishedAt: one }: DatedStory, { publishedAt: other }: DatedStory): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return instantOf(other) - instantOf(one)
}

/** Returns the earliest and the latest of some moments, by the same rule; null where there are none. */
export function dateRangeOf(moments: Iterable<Moment>): { from: Moment; to: Moment } | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let span: { from: Moment; to: Moment } | null = null
  for (const moment of moments) {
    const instant = instantOf(moment)
    span ??= { from: moment, to: moment }
    if (instant < first) [first, span.from] = [instant, moment]
    if (instant > last) [last, span.to] = [instant, moment]
  }
  return span
}
