// Reads the days that a text names, by chrono for dates and weekdays and by our own rules for periods.
import { casual } from 'chrono-node/en'
import {
  addDays,
  type Days,
  dayAt,
  daysFrom,
  latestPast,
  latestWeekday,
  monthOf,
  partsOf,
  yearOf,
} from './calendar.ts'
import { type NamedDays, periodsNamedIn } from './named-periods.ts'

type ParsedResult = ReturnType<typeof casual.parse>[number]
type ParsedComponents = ParsedResult['start']

/**
 * Returns the days that a text names, in its order and apart; where two readings overlap, the longer one. Days to come
 * are none: no story is of them. `today` is a day as `YYYY-MM-DD`.
 */
export function daysNamedIn(text: string, today: string): NamedDays[] {
  const [year, monthIndex, date] = partsOf(today)
  const noon = { instant: new Date(Date.UTC(year, monthIndex, date, 12)), timezone: 0 }
  const dates = casual.parse(text, noon).flatMap((one) => daysOfResult(one, text, today) ?? [])
  const begun = [...periodsNamedIn(text, today), ...dates].filter(({ from }) => from <= today)
  const longestFirst = begun.toSorted((a, b) => b.end - b.start - (a.end - a.start))
  const apart: NamedDays[] = []
  for (const one of longestFirst)
    if (!apart.some(({ start, end }) => start < one.end && one.start < end)) apart.push(one)
  return apart.toSorted((a, b) => a.start - b.start)
}

/** A digit or a letter beside it makes a date a part of something else: "2026-02-30", "24/7-style". */
const GOES_ON = /^[-/.]?[\p{L}\p{N}]/u

/** Returns what chrono found as days; null for times of day, and for words that are a month or weekday by chance. */
function daysOfResult({ index, text: words, start, end }: ParsedResult, text: string, today: string) {
  const after = text.slice(index + words.length)
  if (isChance(words) || GOES_ON.test(after) || /[\p{L}\p{N}][-/.]?$/u.test(text.slice(0, index))) return null
  const first = daysOfComponents(start, words, today)
  if (!first) return null
  const last = end ? daysOfComponents(end, words, first.from) : first
  const to = end && last ? laterThan(first.from, last, end) : first.to
  return { from: first.from, to, start: index, end: index + words.length, isRange: end !== null }
}

/** The end of a range, in the year after where its month comes before that of the beginning. */
function laterThan(from: string, last: Days, end: ParsedComponents): string {
  if (last.to > from || end.isCertain('year')) return last.to
  const [year, monthIndex, date] = partsOf(last.to)
  return dayAt(year + 1, monthIndex, date)
}

/** A weekday in three letters alone is more often a word ("sat", "sun", "wed"), and "now" and "9/11" always are. */
const isChance = (words: string) =>
  /^now$|^\d{1,2}[/.-]\d{1,2}$|^(?:on )?(?:sun|mon|tues?|wed|thurs?|thu|fri|sat)\.?$/iu.test(words)

function daysOfComponents(parts: ParsedComponents, words: string, today: string): Days | null {
  const at = (unit: 'year' | 'month' | 'day' | 'weekday') => (parts.isCertain(unit) ? parts.get(unit) : null)
  const [year, month, day, weekday] = [at('year'), at('month'), at('day'), at('weekday')]
  if (day !== null && month !== null) {
    const inYear = (one: number) => daysFrom(dayAt(one, month - 1, day), 1)
    return year === null ? latestPast(today, inYear) : inYear(year)
  }
  if (weekday !== null) {
    const back = /\blast\b/iu.test(words) && latestWeekday(today, weekday) === today ? -7 : 0
    return daysFrom(addDays(latestWeekday(today, weekday), back), 1)
  }
  if (month !== null)
    return year === null ? latestPast(today, (one) => monthOf(one, month - 1)) : monthOf(year, month - 1)
  if (year !== null) return yearOf(year)
  return /\b(?:this|today|tonight)\b/iu.test(words) ? daysFrom(today, 1) : null
}
