// Answers a question that names days: of these days alone or, where they are words of what is looked for, as words.
import type { Answer, Ask } from './answer.ts'
import { type Desk, todayOf } from './desk.ts'
import type { DayReading } from './query/dates.ts'
import { daysAskedIn } from './query/question.ts'

/** Near misses shown with a no. */
const MAX_NEAREST = 3

const READINGS: DayReading[] = ['words', 'period', 'days-after', 'mentioned']

/** Whether texts can mention the days of a question as it does: dates and years, and not "last week". */
function isMentionable(text: string, desk: Desk): boolean {
  const { spans } = daysAskedIn(text, todayOf(desk))
  return spans.some(({ start, end }) => DATE.test(text.slice(start, end)))
}

const DATE = /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu

/**
 * Answers with the first reading of the days by which something is found: as words that stand beside others, as a
 * period, as a day that stories follow, as a day that texts mention. Where none finds anything, the answer is that to
 * the period; if it has nothing, the nearest of any day, each of which says its own.
 */
export async function answerByDays(
  ask: Ask,
  desk: Desk,
  answer: (reading: DayReading) => Promise<Answer>,
): Promise<Answer> {
  const namesDays = daysAskedIn(ask.text, todayOf(desk)).spans.length > 0
  if (!namesDays && !ask.after && !ask.before) return answer('period')
  const tries = namesDays
    ? READINGS.filter((one) => one !== 'mentioned' || isMentionable(ask.text, desk))
    : ['period' as const]
  const answers = new Map<DayReading, Answer>()
  for (const reading of tries) {
    const tried = await answer(reading)
    if (tried.tier === 'found') return tried
    answers.set(reading, tried)
  }
  const ofDays = [answers.get('days-after'), answers.get('period')].filter((one) => one !== undefined)
  const beside = ofDays.find(({ tier }) => tier === 'in-that-story')
  return beside ?? withNearest(answers.get('period') as Answer, await answer('any-day'))
}

/** Returns a no with the nearest that another answer has. */
function withNearest(answer: Answer, { evidence, nearest }: Answer): Answer {
  return { ...answer, nearest: [...evidence, ...nearest].slice(0, MAX_NEAREST) }
}
