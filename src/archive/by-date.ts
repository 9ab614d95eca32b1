import type { Moment } from './article.ts'

/** The instant of a moment, in milliseconds since 1970; a day without a time counts from its beginning in UTC. */
const instantOf = (moment: Moment) => Date.parse(moment)

/** What has a date of publication, as far as it is known. */
type Dated = { publishedAt: Moment | null }

/**
 * The order of stories by their dates, newest first, for `toSorted`: by the instant, in whatever zone it is written.
 * A day without a time is no later than its beginning; what has no date comes last.
 */
export function newestFirst({ publishedAt: one }: Dated, { publishedAt: other }: Dated): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return instantOf(other) - instantOf(one)
}

/** The first and the last of moments, by the same rule; null where there are none. */
export function spanOf(moments: Iterable<Moment>): { from: Moment; to: Moment } | null {
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
