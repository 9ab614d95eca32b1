// Parses the dates and times that sources state.
import { Moment } from '../../archive/article.ts'

/** ISO 8601 dates and times, with the deviations that sites use. */
const ISO_8601 =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ]+(\d{2}:\d{2})(:\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|([+-]\d{2})(?::?(\d{2}))?)?)?$/iu

/** A parsed time. `zoned` is false where the source states a time of day without a zone. */
export type ParsedTimestamp = { moment: Moment; zoned: boolean }

/**
 * Returns the time of a date in ISO 8601, or null where it is not one. Common deviations are accepted: a
 * space for the `T`, `+0100`, a comma before fractions, no seconds. Of a time without a zone only the day is
 * kept, because it names no instant. Example: `2026-02-04 21:30` gives the moment `2026-02-04`, with `zoned`
 * false.
 */
export function parseTimestamp(words: string): ParsedTimestamp | null {
  const [, day, minute, second, zone, hours, minutes] = ISO_8601.exec(words.trim()) ?? []
  if (!day) return null
  const offset = hours ? `${hours}:${minutes ?? '00'}` : 'Z'
  const stated = minute ? `${day}T${minute}${second?.replace(',', '.') ?? ':00'}${offset}` : day
  const zoned = !minute || zone !== undefined
  const { data } = Moment.safeParse(stated)
  return data ? { moment: zoned ? data : day, zoned } : null
}
