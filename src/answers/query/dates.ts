import { UserError } from '../../errors.ts'

/** Days are a run of calendar days as people name them: from `from` up to, but not including, `to`. */
export type Days = { from: string; to: string }

/** Days named in a text, with where they stand. */
export type NamedDays = Days & { start: number; end: number }

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const COUNTS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 }

const countOf = (count = '') => COUNTS[count.toLowerCase()] ?? Number(count)

type Rule = { pattern: string; days(groups: string[], today: Date): Days | null }

/** The ways to name days, the longer ones first. */
const RULES: Rule[] = [
  { pattern: '(\\d{4})-(\\d{2})-(\\d{2})', days: ([y, m, d]) => day(Number(y), Number(m) - 1, Number(d)) },
  { pattern: '(\\d{4})-(\\d{2})', days: ([y, m]) => month(Number(y), Number(m) - 1) },
  {
    pattern: `(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,)?\\s+(\\d{4})`,
    days: ([m, d, y]) => day(Number(y), monthOf(m), Number(d)),
  },
  {
    pattern: `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})\\.?,?\\s+(\\d{4})`,
    days: ([d, m, y]) => day(Number(y), monthOf(m), Number(d)),
  },
  { pattern: `(${MONTH})\\.?,?\\s+(\\d{4})`, days: ([m, y]) => month(Number(y), monthOf(m)) },
  {
    pattern: `(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?`,
    days: ([m, d], today) => latest(today, (year) => day(year, monthOf(m), Number(d))),
  },
  {
    pattern: `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})`,
    days: ([d, m], today) => latest(today, (year) => day(year, monthOf(m), Number(d))),
  },
  { pattern: 'today', days: (_, today) => span(today, 0, 1) },
  { pattern: 'yesterday', days: (_, today) => span(today, -1, 1) },
  {
    pattern: '(\\d{1,3}|an?|one|two|three|four|five|six)\\s+(day|week|month|year)s?\\s+ago',
    days: ([count, unit], today) => ago(countOf(count), unit, today),
  },
  {
    pattern: '(this|last|past)\\s+(week|month|year)',
    days: ([which, unit], today) => unitOf(which, unit, today),
  },
  {
    pattern: `(?:(last|this)\\s+)?(${WEEKDAYS.join('|')})`,
    days: ([which, name], today) => weekday(name, which?.toLowerCase() === 'last', today),
  },
  {
    pattern: '(?:last|past)\\s+(\\d{1,3}|two|three|four|five|six)\\s+(day|week|month|year)s',
    days: ([count, unit], today) => ({
      from: ago(countOf(count), unit, today).from,
      to: span(today, 0, 1).to,
    }),
  },
  { pattern: `last\\s+(${MONTH})`, days: ([m], today) => lastMonth(monthOf(m), today) },
  { pattern: `(${MONTH})`, days: ([m], today) => latest(today, (year) => month(year, monthOf(m))) },
  {
    pattern: '((?:19|20)\\d{2})',
    days: ([y]) => ({ from: iso(Number(y), 0, 1), to: iso(Number(y) + 1, 0, 1) }),
  },
]

const WHOLE = RULES.map(({ pattern, days }) => ({
  pattern: new RegExp(`^(?:since|from|on|in|until|the)?\\s*${pattern}$`, 'iu'),
  days,
}))

/**
 * The days that a filter names: `2026-02-04`, "last week", "since Monday", "2 weeks ago", "January", "2025".
 * Throws a UserError for what names none.
 */
export function daysOf(field: string, text: string, now: Date): Days {
  for (const { pattern, days } of WHOLE) {
    const found = pattern.exec(text.trim())
    const named = found && days(found.slice(1), now)
    if (named) return named
  }
  throw new UserError(
    `${field}: "${text}" is no date I know. Write it like 2026-02-04, yesterday, last week, since Monday or January.`,
  )
}

/** Names that are also common words stand for days only after one of these. */
const LEAD = '(?:since|before|after|until|during|in|on|from|of)\\s+'
const BARE = new Set([`(${MONTH})`, '((?:19|20)\\d{2})'])

const WITHIN = RULES.map(({ pattern, days }) => ({
  pattern: new RegExp(`(?<![\\w-])(?:${LEAD})${BARE.has(pattern) ? '' : '?'}${pattern}(?![\\w-])`, 'giu'),
  days,
}))

/** The days that a question names, each with where its name stands. */
export function daysIn(text: string, now: Date): NamedDays[] {
  const named: NamedDays[] = []
  for (const { pattern, days } of WITHIN) {
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

function day(year: number, monthIndex: number, date: number): Days | null {
  const from = iso(year, monthIndex, date)
  const real = Number(from.slice(5, 7)) === monthIndex + 1 && Number(from.slice(8)) === date
  return real ? { from, to: iso(year, monthIndex, date + 1) } : null
}

const month = (year: number, monthIndex: number): Days | null =>
  monthIndex in MONTHS ? { from: iso(year, monthIndex, 1), to: iso(year, monthIndex + 1, 1) } : null

/** So many days from a day that is so many days from today. */
const span = (today: Date, first: number, length: number): Days => {
  const at = (offset: number) => iso(today.getFullYear(), today.getMonth(), today.getDate() + offset)
  return { from: at(first), to: at(first + length) }
}

/** The days of this year, or of the last where this year's are still to come. */
function latest(today: Date, inYear: (year: number) => Days | null): Days | null {
  const days = inYear(today.getFullYear())
  return days && days.from > span(today, 0, 1).from ? inYear(today.getFullYear() - 1) : days
}

/** "Last March" is a year ago where this is March. */
const lastMonth = (monthIndex: number, today: Date) =>
  month(today.getFullYear() - (monthIndex >= today.getMonth() ? 1 : 0), monthIndex)

const monday = (today: Date) => -((today.getDay() + 6) % 7)

function weekday(name = '', last: boolean, today: Date): Days {
  const back = (today.getDay() - WEEKDAYS.indexOf(name.toLowerCase()) + 7) % 7
  return span(today, -(back || (last ? 7 : 0)), 1)
}

function ago(count: number, unit = '', today: Date): Days {
  const [year, monthIndex, date] = [today.getFullYear(), today.getMonth(), today.getDate()]
  switch (unit.toLowerCase()) {
    case 'day':
      return span(today, -count, 1)
    case 'week':
      return span(today, -7 * count, 7)
    case 'month':
      return { from: iso(year, monthIndex - count, date), to: iso(year, monthIndex - count + 1, date) }
    default:
      return { from: iso(year - count, monthIndex, date), to: iso(year - count + 1, monthIndex, date) }
  }
}

function unitOf(which = '', unit = '', today: Date): Days {
  const kind = which.toLowerCase()
  if (kind === 'past') return { from: ago(1, unit, today).from, to: span(today, 0, 1).to }
  const [year, monthIndex] = [today.getFullYear(), today.getMonth()]
  const back = kind === 'last' ? 1 : 0
  if (unit.toLowerCase() === 'week') return span(today, monday(today) - 7 * back, 7)
  if (unit.toLowerCase() === 'month')
    return { from: iso(year, monthIndex - back, 1), to: iso(year, monthIndex - back + 1, 1) }
  return { from: iso(year - back, 0, 1), to: iso(year - back + 1, 0, 1) }
}
