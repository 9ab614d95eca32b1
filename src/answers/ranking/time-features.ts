// Tells how a story's day stands to the days that are asked for, and to the day of asking.
import { DAY_MS } from '../../durations.ts'
import { momentOf } from '../desk.ts'
import { grouped, NOT_ASKED, number } from './feature.ts'
import type { Field, Measured } from './measure-candidates.ts'

/** Halves for every so many days of a story's age: news of the week, news of the season. */
const WEEKS = 14
const SEASON = 60

/** Words that ask for what is new. */
const NEW =
  /\b(?:today|yesterday|now|just|tonight|latest|newest|(?:most )?recent(?:ly)?|currently|upcoming|soon|this (?:week|month|year|morning)|last (?:night|week|month)|next (?:week|month))\b/iu

/** A story follows what happened on a day by so many days at most; with twice as many it may still be about it. */
const FOLLOWS = 3
const FOLLOWS_LATE = 10

/** Freshness from 1 (of today) to 0; a story without a day has none. */
function fresh({ story }: Measured, { prepared }: Field, halfLife: number): number {
  if (story.publishedAt === null) return 0
  const age = (momentOf(prepared.desk).getTime() - Date.parse(story.publishedAt)) / DAY_MS
  return 0.5 ** (Math.max(0, age) / halfLife)
}

/** Whether a story is of the days asked for, or follows them: 1 soon, 0.5 later, 0 not. */
function follows({ story }: Measured, { prepared: { question } }: Field): number {
  if (question.days.length === 0) return NOT_ASKED
  const day = story.publishedAt?.slice(0, 10)
  const late = question.days.map(({ from, to }) =>
    day && day >= from ? (Date.parse(day) - Date.parse(to)) / DAY_MS + 1 : Number.POSITIVE_INFINITY,
  )
  const least = Math.min(...late)
  return least <= FOLLOWS ? 1 : least <= FOLLOWS_LATE ? 0.5 : 0
}

export const timeFeatures = grouped('time', {
  onDays: ({ story }, { prepared: { question, scope } }) =>
    question.days.length ? number(scope.onDays.has(story.id)) : NOT_ASKED,
  follows,
  freshWeeks: (one, field) => fresh(one, field, WEEKS),
  freshSeason: (one, field) => fresh(one, field, SEASON),
  burst: ({ story }, { bursts }) => bursts.get(story.id) ?? 0,
  asksNew: (_, { prepared: { question } }) => number(NEW.test(question.text)),
})
