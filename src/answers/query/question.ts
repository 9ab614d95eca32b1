// Builds the parsed Question from what a person asked.

import { splitAtMarks } from '../../language/quotation-marks.ts'
import type { Ask, Question } from '../answer.ts'
import { daysIn, daysOf } from './dates.ts'
import { without } from './query-terms.ts'
import { type ParsedQuestion, parseQuestion, parseShortQuestion } from './question-patterns.ts'

/** Parses an ask whose words are all topic. Throws a UserError where a filter's date cannot be read. */
export const questionOf = (ask: Ask, now: Date) =>
  buildQuestion(ask, { saidBy: null, topic: trimQuestion(ask.text) }, now)

/** Parses an ask for quotations ("who said …"). Throws a UserError where a filter's date cannot be read. */
export function quotationQuestionOf(ask: Ask, now: Date): Question {
  const text = trimQuestion(ask.text)
  return buildQuestion(ask, parseQuestion(text) ?? { saidBy: null, topic: text }, now)
}

/**
 * Parses an ask in a short form ("Marsh on plums"), whose name may turn out not to be a speaker's; null where it has
 * another form. Throws a UserError where a filter's date cannot be read.
 */
export function shortQuotationQuestionOf(ask: Ask, now: Date): Question | null {
  const short = parseShortQuestion(trimQuestion(ask.text))
  return short?.saidBy ? buildQuestion(ask, short, now) : null
}

const trimQuestion = (text: string) => text.trim().replace(/[?\s]+$/u, '')

function buildQuestion(ask: Ask, { saidBy, topic }: ParsedQuestion, now: Date): Question {
  const daysBeside = daysIn(saidBy ?? '', now)
  const namedDays = daysIn(topic, now)
  return {
    text: ask.text,
    topic: without(topic, namedDays).trim(),
    saidBy: without(saidBy ?? '', daysBeside).trim() || null,
    phrases: splitAtMarks(ask.text).marked,
    days: [...daysBeside, ...namedDays].map(({ from, to }) => ({ from, to })),
    speaker: ask.speaker ?? null,
    outlet: ask.outlet ?? null,
    author: ask.author ?? null,
    article: ask.article ?? null,
    after: ask.after ? daysOf('after', ask.after, now).from : null,
    before: ask.before ? daysOf('before', ask.before, now).from : null,
  }
}
