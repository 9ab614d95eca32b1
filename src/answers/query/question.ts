// Builds the parsed Question from what a person asked.

import { IN_DOUBLE_MARKS, splitAtMarks } from '../../language/quotation-marks.ts'
import type { Ask, Question } from '../answer.ts'
import { readShape } from './answer-shape.ts'
import { type AskedDays, askedDaysIn, type DayReading, daysOf, withDaysAfter } from './dates.ts'
import { dayPhrasesOf } from './day-phrases.ts'
import { readOperators } from './operators.ts'
import { without } from './query-terms.ts'
import { type ParsedQuestion, parseQuestion, parseShortQuestion, parseTopic } from './question-patterns.ts'

/** The day of asking (`YYYY-MM-DD`), and how the days of a text are read; as a period where that is not said. */
export type ReadAt = { today: string; days?: DayReading }

/** Parses an ask whose words are all topic. Throws a UserError where a filter's date cannot be read. */
export const questionOf = (ask: Ask, at: ReadAt) =>
  buildQuestion(ask, (text) => ({ saidBy: null, topic: text }), at) as Question

/** Parses an ask for quotations ("who said …"). Throws a UserError where a filter's date cannot be read. */
export const quotationQuestionOf = (ask: Ask, at: ReadAt) =>
  buildQuestion(ask, (text) => parseQuestion(text) ?? parseTopic(text), at) as Question

/**
 * Parses an ask in a short form ("Marsh on plums"), whose name may turn out not to be a speaker's; null where it has
 * another form. Throws a UserError where a filter's date cannot be read.
 */
export const shortQuotationQuestionOf = (ask: Ask, at: ReadAt): Question | null =>
  buildQuestion(ask, (text) => (parseShortQuestion(text)?.saidBy ? parseShortQuestion(text) : null), at)

const trimQuestion = (text: string) => text.trim().replace(/[?\s]+$/u, '')

/** Returns the days that a text asks for; those within quotation marks are words. */
export const daysAskedIn = (text: string, today: string): AskedDays =>
  askedDaysIn(
    text.replace(IN_DOUBLE_MARKS, (marked) => '·'.repeat(marked.length)),
    today,
  )

type Parse = (text: string) => ParsedQuestion | null

function buildQuestion(ask: Ask, parse: Parse, { today, days: reading = 'period' }: ReadAt): Question | null {
  const asked = daysAskedIn(ask.text, today)
  const areWords = reading === 'words' || reading === 'mentioned'
  const undated = areWords ? ask.text : without(ask.text, asked.spans)
  const { text: words, ...operators } = readOperators(trimQuestion(undated))
  const { text, ...shape } = readShape(words.replace(/[^\S\n]+/gu, ' '))
  const parsed = parse(trimQuestion(text))
  if (!parsed) return null
  return {
    text: ask.text,
    topic: parsed.topic.trim(),
    saidBy: parsed.saidBy?.trim() || null,
    phrases: splitAtMarks(ask.text).marked,
    required: dayPhrasesOf(parsed.topic, { today, reading }),
    ...operators,
    ...shape,
    speaker: ask.speaker ?? null,
    outlet: ask.outlet ?? null,
    author: ask.author ?? null,
    article: ask.article ?? null,
    ...periodOf(ask, areWords ? NO_DAYS : asked, { today, reading }),
  }
}

const NO_DAYS: AskedDays = { days: [], after: null, before: null, spans: [] }

type Period = Pick<Question, 'days' | 'after' | 'before'>

/** Returns the days that count: those of the text within those of the filters. */
function periodOf(
  ask: Ask,
  asked: AskedDays,
  { today, reading }: { today: string; reading: DayReading },
): Period {
  const after = ask.after ? daysOf('after', ask.after, today).from : null
  const before = ask.before ? daysOf('before', ask.before, today).from : null
  if (reading === 'any-day') return { days: [], after: null, before: null }
  return {
    days: (reading === 'days-after' && withDaysAfter(asked.days)) || asked.days,
    after: latest(after, asked.after),
    before: earliest(before, asked.before),
  }
}

const latest = (...days: (string | null)[]) =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null
const earliest = (...days: (string | null)[]) => days.filter((day) => day !== null).toSorted()[0] ?? null
