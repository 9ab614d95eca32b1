// Reads the periods that the date library does not know: weekends, counted weeks, parts of a month, years.
import type { Span } from '../../archive/article.ts'
import {
  addDays,
  before,
  type Days,
  daysFrom,
  latestPast,
  latestWeekday,
  monthOf,
  type Unit,
  unitAround,
  yearOf,
} from './calendar.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const NUMBER_WORDS = ['few', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const COUNT = `(\\d{1,3}|(?:a )?couple(?: of)?|an?|${NUMBER_WORDS.join('|')})`
const UNIT = '(day|week|fortnight|month|year)'

/** "few" and "couple" are as many as this. */
const FEW = 3
const COUPLE = 2

function countOf(text: string): number {
  if (/^\d/u.test(text)) return Number(text)
  if (text.includes('couple')) return COUPLE
  if (text === 'few') return FEW
  return Math.max(1, NUMBER_WORDS.indexOf(text))
}

/** A count of fortnights as one of weeks. */
const inUnits = (count: number, unit: string): [number, Unit] =>
  unit === 'fortnight' ? [2 * count, 'week'] : [count, unit as Unit]

/** Days that a text names, the span of the words that name them, and whether these have both ends ("May 1 to May 3"). */
export type NamedDays = Days & Span & { isRange?: boolean }

type PeriodRule = { pattern: string; days(groups: string[], today: string): Days | null }

const monthNamed = (name: string, year: string | undefined, today: string): Days => {
  const index = MONTHS.indexOf(name.slice(0, 3))
  return year ? monthOf(Number(year), index) : latestPast(today, (one) => monthOf(one, index))
}

/** The days with which a part of a month begins and ends; a month's end has no number. */
const THIRDS: Record<string, [number, number | null]> = {
  early: [0, 10],
  beginning: [0, 10],
  start: [0, 10],
  mid: [10, 20],
  middle: [10, 20],
  late: [20, null],
  end: [20, null],
}

const partOf = ({ from, to }: Days, [start, end]: [number, number | null]): Days => ({
  from: addDays(from, start),
  to: end === null ? to : addDays(from, end),
})

const ORDINALS = ['first', 'second', 'third', 'fourth']

function weekOf(which: string, month: Days): Days {
  return which === 'last'
    ? daysFrom(addDays(month.to, -7), 7)
    : daysFrom(addDays(month.from, 7 * ORDINALS.indexOf(which)), 7)
}

/** Returns the weekend that a day follows or lies in; the one before it where "last" is said on a weekend itself. */
function weekend(which: string, today: string): Days {
  const saturday = latestWeekday(today, 6)
  const isNow = today < addDays(saturday, 2)
  return daysFrom(addDays(saturday, which === 'last' && isNow ? -7 : 0), 2)
}

const DATE = '(?:the )?(\\d{1,2})(?:st|nd|rd|th)?'
const JOIN = '(?: (?:and|to|until|till|through) | ?[-–] ?)'

/** Returns the days of a month from one date to another, both of which have to be in it. */
const datesOf = (month: Days, first: string, last: string): Days | null => {
  const [from, to] = [addDays(month.from, Number(first) - 1), addDays(month.from, Number(last))]
  return Number(first) >= 1 && from < to && to <= month.to ? { from, to } : null
}

/** Periods that reporters name, in the words they use; `days` gets the groups in lower case. */
const PERIOD_RULES: PeriodRule[] = [
  {
    pattern: `(?:between |from )?${DATE}${JOIN}${DATE} (?:of )?${MONTH}(?:,? (\\d{4}))?`,
    days: ([first = '', last = '', name = '', year], today) =>
      datesOf(monthNamed(name, year, today), first, last),
  },
  {
    pattern: `(?:between |from )?${MONTH} ${DATE}${JOIN}${DATE}(?:,? (\\d{4}))?`,
    days: ([name = '', first = '', last = '', year], today) =>
      datesOf(monthNamed(name, year, today), first, last),
  },
  {
    pattern: '(?:the |this )?(past |last |this )?weekend',
    days: ([which = ''], today) => weekend(which.trim(), today),
  },
  {
    pattern: `(?:the )?(first|second|third|fourth|last) week (?:of|in) ${MONTH}(?:,? (\\d{4}))?`,
    days: ([which = '', name = '', year], today) => weekOf(which, monthNamed(name, year, today)),
  },
  {
    pattern: `(?:the )?(early|late|mid|beginning of|start of|middle of|end of)(?: in)?[ -]${MONTH}(?:,? (\\d{4}))?`,
    days: ([part = '', name = '', year], today) =>
      partOf(monthNamed(name, year, today), THIRDS[part.split(' ')[0] ?? ''] ?? [0, null]),
  },
  {
    pattern: `(?:the )?(?:last|past) ${COUNT} ${UNIT}s?`,
    days: ([count = '', unit = ''], today) => ({
      from: before(today, ...inUnits(countOf(count), unit)),
      to: addDays(today, 1),
    }),
  },
  {
    pattern: `(?:the )?past ${UNIT}`,
    days: ([unit = ''], today) => ({ from: before(today, ...inUnits(1, unit)), to: addDays(today, 1) }),
  },
  {
    pattern: `${COUNT} ${UNIT}s? ago`,
    days: ([count = '', unit = ''], today) => {
      const [number, of] = inUnits(countOf(count), unit)
      return { from: before(today, number, of), to: before(addDaysOf(today, of), number, of) }
    },
  },
  {
    pattern: '(?:earlier |later )?(this|last) (week|month|year)',
    days: ([which = '', unit = ''], today) =>
      unitAround(before(today, which === 'last' ? 1 : 0, unit as Unit), unit as Unit),
  },
  { pattern: `last ${MONTH}`, days: ([name = ''], today) => monthBefore(name, today) },
  {
    pattern: '((?:19|20)\\d{2})-(0[1-9]|1[0-2])',
    days: ([year, month]) => monthOf(Number(year), Number(month) - 1),
  },
  { pattern: '((?:19|20)\\d{2})', days: ([year = '']) => yearOf(Number(year)) },
]

/** The day a unit after a day: where the unit that begins with it ends. */
const addDaysOf = (day: string, unit: Unit) => before(day, -1, unit)

/** Returns the last such month before the current one: "last March" in March is that of a year ago. */
function monthBefore(name: string, today: string): Days {
  const month = monthNamed(name, undefined, today)
  const isNow = month.from <= today && today < month.to
  return isNow ? monthNamed(name, String(Number(month.from.slice(0, 4)) - 1), today) : month
}

const COMPILED_RULES = PERIOD_RULES.map(({ pattern, days }) => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}]|[-.,][\\p{L}\\p{N}])`, 'giu'),
  days,
}))

/** Returns the periods that a text names in these words, in no order; they may overlap. */
export const periodsNamedIn = (text: string, today: string): NamedDays[] =>
  COMPILED_RULES.flatMap(({ pattern, days }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const groups = match.slice(1).map((group) => (group as string | undefined)?.toLowerCase() ?? '')
      const named = days(groups, today)
      return named ? [{ ...named, start: match.index, end: match.index + match[0].length }] : []
    }),
  )
