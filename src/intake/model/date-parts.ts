// Builds a time from its parts.
import { Moment } from '../../archive/article.ts'

/**
 * A parsed time. `zoned` is false where the source states a time of day without a zone; then `latest` is the
 * latest instant that it can mean, which is that time at UTC-12.
 */
export type ParsedTimestamp = { moment: Moment; zoned: boolean; latest?: string }

/** A day, and the time of day (`21:30:00`) and the offset (`Z`, `+01:00`) where they are stated. */
export type DateParts = { day: string; time: string | null; offset: string | null }

/** Returns the parsed time of its parts; null where there is no such day or time. */
export function timestampOf({ day, time, offset }: DateParts): ParsedTimestamp | null {
  const { data } = Moment.safeParse(time ? `${day}T${time}${offset ?? 'Z'}` : day)
  if (!data) return null
  if (time && !offset) return { moment: day, zoned: false, latest: `${day}T${time}-12:00` }
  return { moment: data, zoned: true }
}
