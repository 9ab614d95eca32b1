// Parses dates that are written in words, such as “4 February 2026, 9:30 p.m. EST”.
import { createRequire } from 'node:module'
import type * as Chrono from 'chrono-node'
import { type ParsedTimestamp, timestampOf } from './date-parts.ts'

/** Loads chrono when the first date in words is read: it takes as long to load as all the rest of the intake. */
const require = createRequire(import.meta.url)
/** The languages whose dates are read, in this order. */
const languages = () => {
  const { strict, fr, de, es, it, pt, nl, ru, uk, ja }: typeof Chrono = require('chrono-node')
  return [strict, ...[fr, de, es, it, pt, nl, ru, uk, ja].map((language) => language.strict)]
}
/** The longest words that are looked at, in UTF-16 code units: a date with weekday, label and zone. */
const MAX_DATE_CHARS = 80
/** A year that is written: a date without one names no day. RFC 822 allows two digits. */
const STATED_YEAR = /\b(?:19|20)\d{2}\b|(?:19|20)\d{2}年|\b\d{1,2} [a-z]{3} \d{2}\b/iu
const DOTTED_DATE = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:\D{1,4}(\d{1,2})[:.](\d{2}))?(?: ?Uhr| h)?$/u
const SLASHED_DATE = /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/u

/**
 * Returns the time of a date in words with its day, month and year, in English or another of the languages; null
 * for anything else. A date in digits is read as day, month, year with full stops between (`4.2.2026`), and
 * not at all with slashes, because its order is not stated.
 */
export function parseWrittenDate(words: string): ParsedTimestamp | null {
  if (words.length > MAX_DATE_CHARS || !STATED_YEAR.test(words) || !/\d\D+\d|\p{L}\D*\d/u.test(words))
    return null
  const [, date, month, year, hour, minute] = DOTTED_DATE.exec(words) ?? []
  if (date && month)
    return timestampOf({
      day: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`,
      time: hour ? `${hour.padStart(2, '0')}:${minute}:00` : null,
      offset: null,
    })
  if (SLASHED_DATE.test(words)) return null
  for (const language of languages()) {
    const found = language.parse(words).find(({ start }) => isDay(start))
    if (found) return timestampFrom(found.start)
  }
  return null
}

const isDay = (date: Chrono.ParsedComponents) =>
  date.isCertain('year') && date.isCertain('month') && date.isCertain('day')

function timestampFrom(date: Chrono.ParsedComponents): ParsedTimestamp | null {
  const two = (part: Chrono.Component) => String(date.get(part) ?? 0).padStart(2, '0')
  const minutes = date.isCertain('timezoneOffset') ? date.get('timezoneOffset') : null
  return timestampOf({
    day: `${String(date.get('year')).padStart(4, '0')}-${two('month')}-${two('day')}`,
    time: date.isCertain('hour') ? `${two('hour')}:${two('minute')}:${two('second')}` : null,
    offset: minutes === null ? null : offsetOf(minutes),
  })
}

/** Returns minutes east of UTC as an offset. Example: -300 gives `-05:00`. */
function offsetOf(minutes: number): string {
  if (minutes === 0) return 'Z'
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}
