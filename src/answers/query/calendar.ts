// Counts with calendar days as `YYYY-MM-DD`, without hours and time zones.

/** A range of calendar days, from `from` up to but not including `to`, both as `YYYY-MM-DD`. */
export type Days = { from: string; to: string }

/** The units of a calendar that periods are counted in. */
export type Unit = 'day' | 'week' | 'month' | 'year'

/** Returns the day of a year, a month from 0 and a date, either of which may lie outside its range. */
export const dayAt = (year: number, monthIndex: number, date: number): string =>
  new Date(Date.UTC(year, monthIndex, date)).toISOString().slice(0, 10)

/** Returns year, month from 0, and date of a day. */
export const partsOf = (day: string): [year: number, monthIndex: number, date: number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month - 1, date]
}

export function addDays(day: string, count: number): string {
  const [year, monthIndex, date] = partsOf(day)
  return dayAt(year, monthIndex, date + count)
}

/** Returns `length` days from a day on. */
export const daysFrom = (day: string, length: number): Days => ({ from: day, to: addDays(day, length) })

/** Returns a day's number in the week: 0 is Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

export const monthOf = (year: number, monthIndex: number): Days => ({
  from: dayAt(year, monthIndex, 1),
  to: dayAt(year, monthIndex + 1, 1),
})

export const yearOf = (year: number): Days => ({ from: dayAt(year, 0, 1), to: dayAt(year + 1, 0, 1) })

/** Returns the day that lies `count` units before a day. */
export function before(day: string, count: number, unit: Unit): string {
  const [year, monthIndex, date] = partsOf(day)
  if (unit === 'year') return dayAt(year - count, monthIndex, date)
  if (unit === 'month') return dayAt(year, monthIndex - count, date)
  return addDays(day, -count * (unit === 'week' ? 7 : 1))
}

/** Returns the day, week (from Monday), month or year that a day lies in. */
export function unitAround(day: string, unit: Unit): Days {
  const [year, monthIndex] = partsOf(day)
  if (unit === 'year') return yearOf(year)
  if (unit === 'month') return monthOf(year, monthIndex)
  if (unit === 'week') return daysFrom(addDays(day, -((weekdayOf(day) + 6) % 7)), 7)
  return daysFrom(day, 1)
}

/** Returns the last day with a number in the week, today at the latest. */
export const latestWeekday = (today: string, weekday: number): string =>
  addDays(today, -((weekdayOf(today) - weekday + 7) % 7))

/** Returns the days of a year, or of the year before where that year's are still to come. */
export function latestPast(today: string, inYear: (year: number) => Days): Days {
  const [year] = partsOf(today)
  const days = inYear(year)
  return days.from > today ? inYear(year - 1) : days
}

/** Whether a day is one of the calendar: not "2026-02-30". */
export const isDay = (day: string): boolean => dayAt(...partsOf(day)) === day
