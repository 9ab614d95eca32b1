// Reads what a question or a filter says about days: "last week", "since Monday", "between 1 and 9 October".
import type { Span } from '../../archive/article.ts'
import { UserError } from '../../errors.ts'
import { addDays, type Days } from './calendar.ts'
import { daysNamedIn } from './named-days.ts'
import type { NamedDays } from './named-periods.ts'

/** The days that a text asks for: closed ranges, the first day and the day after the last of open ones; and its words for them. */
export type AskedDays = { days: Days[]; after: string | null; before: string | null; spans: Span[] }

/**
 * How the days that a text names are read: as the period that stories are of; the same with the days in which stories
 * follow them; as words that stand beside others ("open on Tuesday"); as a day that the text itself names; not at all,
 * nor those of the filters.
 */
export type DayReading = 'period' | 'days-after' | 'words' | 'mentioned' | 'any-day'

const LEAD =
  /(?<![\p{L}\p{N}])(?:(since|starting(?: on| from)?|beginning)|(after)|(before|prior to|ahead of)|(until|till|up to|through)|(between)|(from)|in|on|during|over|throughout|within|of)(?: the)?\s+$/iu

/** What joins the two ends of a range: "from Monday to Friday", "between March and May". */
const TO = /^\s*,?\s*(?:to|until|till|through|up to|[-–—])\s+(?:the )?$/iu
const AND = /^\s*,?\s*and\s+(?:the )?$/iu

/** A word after "the August" that is no preposition or question word makes it a name: "the August flood". */
const IS_ATTRIBUTE =
  /^ (?!(?:about|and|at|by|but|from|in|is|of|on|onwards?|or|over|regarding|to|was|were|with|what|who|when|where|how|why|did)\b)\p{L}/iu

/** "From December on" has no end; "from December" alone is what is of December. */
const ONWARDS = /^ on(?:wards?)?$|^ onwards?(?![\p{L}\p{N}])/iu

/** A month or a year alone is also a word or a number, so that one of the words before a day must stand before it. */
const NEEDS_LEAD = /^(?:[a-z]{3,9}\.?|\d{4})$/iu
const IS_DAY_WORD = /^(?:today|yesterday|tonight|(?:sun|mon|tues|wednes|thurs|fri|satur)day)$/iu

/** Returns the days that a text asks for; `today` is a day as `YYYY-MM-DD`. */
export function askedDaysIn(text: string, today: string): AskedDays {
  const asked: AskedDays = { days: [], after: null, before: null, spans: [] }
  const named = daysNamedIn(text, today)
  for (let i = 0; i < named.length; i++) {
    const first = named[i] as NamedDays
    const lead = LEAD.exec(text.slice(0, first.start))
    const words = text.slice(first.start, first.end)
    if (!lead && NEEDS_LEAD.test(words) && !IS_DAY_WORD.test(words)) continue
    if (/\bthe\s*$/iu.test(text.slice(0, first.start)) && IS_ATTRIBUTE.test(text.slice(first.end))) continue
    const last = rangeEnd(lead, first, named[i + 1], text)
    if (last) i++
    asked.spans.push({ start: lead?.index ?? first.start, end: endOf(last ?? first, text) })
    const [, since, after, before, until] = lead ?? []
    const isOpen = since || ONWARDS.test(text.slice(first.end))
    if (last) asked.days.push({ from: first.from, to: last.to })
    else if (isOpen && !first.isRange) asked.after = first.from
    else if (after) asked.after = first.to
    else if (before) asked.before = first.from
    else if (until) asked.before = first.to
    else asked.days.push({ from: first.from, to: first.to })
  }
  return asked
}

/** Returns the end of the range that two names of days make with the words around them; null where they make none. */
function rangeEnd(
  lead: RegExpExecArray | null,
  first: NamedDays,
  next: NamedDays | undefined,
  text: string,
): NamedDays | null {
  const [, since, , , , between, from] = lead ?? []
  const join = between ? AND : since || from ? TO : null
  return next && join?.test(text.slice(first.end, next.start)) && next.to > first.from ? next : null
}

/** The end of a name of days, with what belongs to it: "Tuesday’s", "Tuesday night". */
function endOf({ end }: Span, text: string): number {
  const tail = /^(?:['’]s)?(?: (?:morning|afternoon|evening|night)| onwards?| on$)?(?![\p{L}\p{N}])/iu.exec(
    text.slice(end),
  )
  return end + (tail?.[0].length ?? 0)
}

/**
 * Returns the days that a filter names: `2026-02-04`, "last week", "since Monday", "2 weeks ago", "January", "2025".
 * Throws a UserError where it names none.
 */
export function daysOf(field: string, text: string, today: string): Days {
  const trimmed = text.trim()
  const [named, ...others] = daysNamedIn(trimmed, today)
  const lead = /^(?:(?:since|from|on|in|until|the)\s+)*/iu.exec(trimmed)?.[0].length
  if (named && others.length === 0 && named.start <= (lead ?? 0) && named.end === trimmed.length)
    return { from: named.from, to: named.to }
  throw new UserError(
    `${field}: "${text}" is no date I know. Write it like 2026-02-04, yesterday, last week, since Monday or January.`,
  )
}

/** A story may follow what happened on a day by this many days. */
export const MAX_DAYS_LATER = 3
/** Days that a story may follow: a day, or a weekend. What was said in a week or a month is looked for in that time. */
const MAX_FOLLOWED_DAYS = 3

/** Returns days with those in which stories may follow them; null where none may. */
export function withDaysAfter(days: Days[]): Days[] | null {
  const isShort = ({ from, to }: Days) => to <= addDays(from, MAX_FOLLOWED_DAYS)
  return days.length > 0 && days.every(isShort)
    ? days.map(({ from, to }) => ({ from, to: addDays(to, MAX_DAYS_LATER) }))
    : null
}
