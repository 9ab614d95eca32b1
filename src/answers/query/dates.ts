// Reads the days that a question or a filter names ("last week", "2026-02-04").
import { UserError } from '../../errors.ts'

/** A range of calendar days, from `from` up to but not including `to`, both as YYYY-MM-DD. */
export type Days = { from: string; to: string }

/** Days named in a text, and the span of the words that name them. */
export type DaysInText = Days & { start: number; end: number }

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const NUMBER_WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
}

const countOf = (count = '') => NUMBER_WORDS[count.toLowerCase()] ?? Number(count)

type DayRule = { pattern: string; days(groups: string[], today: Date): Days | null }

/** The patterns that name days, longer ones first. */
const DAY_RULES: DayRule[] = [
  { pattern: '(\\d{4})-(\\d{2})-(\\d{2})', days: ([y, m, d]) => dayOf(Number(y), Number(m) - 1, Number(d)) },
  { pattern: '(\\d{4})-(\\d{2})', days: ([y, m]) => monthDays(Number(y), Number(m) - 1) },
  {
    pattern: `(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,)?\\s+(\\d{4})`,
    days: ([m, d, y]) => dayOf(Number(y), monthOf(m), Number(d)),
  },
  {
    pattern: `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})\\.?,?\\s+(\\d{4})`,
    days: ([d, m, y]) => dayOf(Number(y), monthOf(m), Number(d)),
  },
  { pattern: `(${MONTH})\\.?,?\\s+(\\d{4})`, days: ([m, y]) => monthDays(Number(y), monthOf(m)) },
  {
    pattern: `(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?`,
    days: ([m, d], today) => latestPast(today, (year) => dayOf(year, monthOf(m), Number(d))),
  },
  {
    pattern: `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})`,
    days: ([d, m], today) => latestPast(today, (year) => dayOf(year, monthOf(m), Number(d))),
  },
  { pattern: 'today', days: (_, today) => daysFromToday(today, 0, 1) },
  { pattern: 'yesterday', days: (_, today) => daysFromToday(today, -1, 1) },
  {
    pattern: '(\\d{1,3}|an?|one|two|three|four|five|six)\\s+(day|week|month|year)s?\\s+ago',
    days: ([count, unit], today) => ago(countOf(count), unit, today),
  },
  {
    pattern: '(this|last|past)\\s+(week|month|year)',
    days: ([which, unit], today) => calendarUnit(which, unit, today),
  },
  {
    pattern: `(?:(last|this)\\s+)?(${WEEKDAYS.join('|')})`,
    days: ([which, name], today) => weekday(name, which?.toLowerCase() === 'last', today),
  },
  {
    pattern: '(?:last|past)\\s+(\\d{1,3}|two|three|four|five|six)\\s+(day|week|month|year)s',
    days: ([count, unit], today) => ({
      from: ago(countOf(count), unit, today).from,
      to: daysFromToday(today, 0, 1).to,
    }),
  },
  { pattern: `last\\s+(${MONTH})`, days: ([m], today) => lastMonth(monthOf(m), today) },
  { pattern: `(${MONTH})`, days: ([m], today) => latestPast(today, (year) => monthDays(year, monthOf(m))) },
  {
    pattern: '((?:19|20)\\d{2})',
    days: ([y]) => ({ from: iso(Number(y), 0, 1), to: iso(Number(y) + 1, 0, 1) }),
  },
]

const FILTER_RULES = DAY_RULES.map(({ pattern, days }) => ({
  pattern: new RegExp(`^(?:since|from|on|in|until|the)?\\s*${pattern}$`, 'iu'),
  days,
}))

/**
 * Returns the days that a filter names: `2026-02-04`, "last week", "since Monday", "2 weeks ago", "January", "2025".
 * Throws a UserError where it names none.
 */
export function daysOf(field: string, text: string, now: Date): Days {
  for (const { pattern, days } of FILTER_RULES) {
    const found = pattern.exec(text.trim())
    const named = found && days(found.slice(1), now)
    if (named) return named
  }
  throw new UserError(
    `${field}: "${text}" is no date I know. Write it like 2026-02-04, yesterday, last week, since Monday or January.`,
  )
}

/** The words of which one must precede a name that is also a common word ("in March", "since 2020"). */
const LEAD_WORDS = '(?:since|before|after|until|during|in|on|from|of)\\s+'
const NEEDS_LEAD_WORD = new Set([`(${MONTH})`, '((?:19|20)\\d{2})'])

const TEXT_RULES = DAY_RULES.map(({ pattern, days }) => ({
  pattern: new RegExp(
    `(?<![\\w-])(?:${LEAD_WORDS})${NEEDS_LEAD_WORD.has(pattern) ? '' : '?'}${pattern}(?![\\w-])`,
    'giu',
  ),
  days,
}))

/** Returns the days that a text names, in its order, each with the span of its name. */
export function daysIn(text: string, now: Date): DaysInText[] {
  const named: DaysInText[] = []
  for (const { pattern, days } of TEXT_RULES) {
    for (const found of text.matchAll(pattern)) {
      const [start, end] = [found.index, found.index + found[0].length]
      const run = days(found.slice(1), now)
      if (run && !named.some((one) => one.start < end && start < one.end)) named.push({ ...run, start, end })
    }
  }
  return named.toSorted((a, b) => a.start - b.start)
}

const iso = (year: number, monthIndex: number, date: number) =>
  new Date(Date.UTC(year, monthIndex, date)).toISOString().slice(0, 10)

const monthOf = (name = '') => MONTHS.indexOf(name.slice(0, 3).toLowerCase())

function dayOf(year: number, monthIndex: number, date: number): Days | null {
  const from = iso(year, monthIndex, date)
  const real = Number(from.slice(5, 7)) === monthIndex + 1 && Number(from.slice(8)) === date
  return real ? { from, to: iso(year, monthIndex, date + 1) } : null
}

const monthDays = (year: number, monthIndex: number): Days | null =>
  monthIndex in MONTHS ? { from: iso(year, monthIndex, 1), to: iso(year, monthIndex + 1, 1) } : null

/** Returns `length` days, beginning `first` days after today. */
const daysFromToday = (today: Date, first: number, length: number): Days => {
  const at = (offset: number) => iso(today.getFullYear(), today.getMonth(), today.getDate() + offset)
  return { from: at(first), to: at(first + length) }
}

/** Returns the days of this year, or of last year where this year's are still to come. */
function latestPast(today: Date, inYear: (year: number) => Days | null): Days | null {
  const days = inYear(today.getFullYear())
  return days && days.from > daysFromToday(today, 0, 1).from ? inYear(today.getFullYear() - 1) : days
}

/** Returns the last such month before the current one: "last March" in March is that of a year ago. */
const lastMonth = (monthIndex: number, today: Date) =>
  monthDays(today.getFullYear() - (monthIndex >= today.getMonth() ? 1 : 0), monthIndex)

const mondayOffset = (today: Date) => -((today.getDay() + 6) % 7)

function weekday(name = '', last: boolean, today: Date): Days {
  const back = (today.getDay() - WEEKDAYS.indexOf(name.toLowerCase()) + 7) % 7
  return daysFromToday(today, -(back || (last ? 7 : 0)), 1)
}

function ago(count: number, unit = '', today: Date): Days {
  const [year, monthIndex, date] = [today.getFullYear(), today.getMonth(), today.getDate()]
  switch (unit.toLowerCase()) {
    case 'day':
      return daysFromToday(today, -count, 1)
    case 'week':
      return daysFromToday(today, -7 * count, 7)
    case 'month':
      return { from: iso(year, monthIndex - count, date), to: iso(year, monthIndex - count + 1, date) }
    default:
      return { from: iso(year - count, monthIndex, date), to: iso(year - count + 1, monthIndex, date) }
  }
}

function calendarUnit(which = '', unit = '', today: Date): Days {
  const kind = which.toLowerCase()
  if (kind === 'past') return { from: ago(1, unit, today).from, to: daysFromToday(today, 0, 1).to }
  const [year, monthIndex] = [today.getFullYear(), today.getMonth()]
  const back = kind === 'last' ? 1 : 0
  if (unit.toLowerCase() === 'week') return daysFromToday(today, mondayOffset(today) - 7 * back, 7)
  if (unit.toLowerCase() === 'month')
    return { from: iso(year, monthIndex - back, 1), to: iso(year, monthIndex - back + 1, 1) }
  return { from: iso(year - back, 0, 1), to: iso(year - back + 1, 0, 1) }
}
