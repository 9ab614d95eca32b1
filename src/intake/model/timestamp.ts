// Parses the dates and times that sources state.
import { type ParsedTimestamp, timestampOf } from './date-parts.ts'
import { parseWrittenDate } from './written-date.ts'

/** ISO 8601 dates and times, with the deviations that sites use: one digit, slashes, a space for the `T`. */
const ISO_8601 =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[Tt, ]+(\d{1,2}):(\d{2})(:\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|([+-]\d{2})(?::?(\d{2}))?)?)?$/iu
const BASIC_ISO_8601 = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/iu
/** Seconds or milliseconds since 1970, from 2001 to 2286. */
const EPOCH = /^[1-9]\d{9}(?:\d{3})?$/u

/**
 * Returns the time of a date in ISO 8601 (extended or basic), in seconds or milliseconds since 1970, or in
 * words with its year; null where it is none, or can be read in two ways (`4/2/2026`). Of a time without a
 * zone only the day is kept, because it names no instant. Example: `2026-02-04 21:30` gives the moment
 * `2026-02-04`, with `zoned` false.
 */
export function parseTimestamp(words: string): ParsedTimestamp | null {
  const stated = words.trim()
  if (EPOCH.test(stated)) return { moment: fromEpoch(stated), zoned: true }
  const iso = ISO_8601.exec(extendedIsoDate(stated))
  if (!iso) return parseWrittenDate(stated)
  const [, year = '', month = '', date = '', hour, minute, second, zone, hours, minutes] = iso
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!hour) return timestampOf({ day, time: null, offset: null })
  const time = `${hour.padStart(2, '0')}:${minute}${second?.replace(',', '.') ?? ':00'}`
  return timestampOf({ day, time, offset: zone ? (hours ? `${hours}:${minutes ?? '00'}` : 'Z') : null })
}

/**
 * Returns a date in the basic format of ISO 8601 in the extended format, and any other date trimmed. Example:
 * `20260204T120000Z` gives `2026-02-04T12:00:00Z`.
 */
export function extendedIsoDate(date: string): string {
  const [, year, month, day, hour, minute, second = '00', zone = ''] = BASIC_ISO_8601.exec(date.trim()) ?? []
  if (!year) return date.trim()
  return hour ? `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}` : `${year}-${month}-${day}`
}

/** Returns the stated date where it can be read; else undefined. Never for an embargo, which must not be lost. */
export const readableDate = (date: unknown): string | undefined =>
  typeof date === 'string' && parseTimestamp(date) ? date : undefined

/** Returns whether a stated time is past at a time: without a zone, whether it is past in every zone. */
export function isPastEverywhere(date: string, now = new Date()): boolean {
  const parsed = parseTimestamp(date)
  if (!parsed) return false
  const { moment, latest = moment.length === 10 ? `${moment}T00:00:00-12:00` : moment } = parsed
  return Date.parse(latest) <= now.getTime()
}

const fromEpoch = (digits: string) =>
  new Date(Number(digits) * (digits.length === 10 ? 1000 : 1)).toISOString().replace('.000Z', 'Z')
