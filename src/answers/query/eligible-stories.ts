// Determines which stories may answer a question now: by its filters and their standing.
import { dateRangeOf } from '../../archive/by-date.ts'
import type { Eligible, IndexedStory } from '../../search/search-index.ts'
import type { LateSources, Question, Searched } from '../answer.ts'
import type { Desk } from '../desk.ts'
import type { Days } from './calendar.ts'
import { addDays } from './calendar.ts'

/** The ids of the stories that may answer a question now, to be quoted or to be named as retracted. */
export type Scope = {
  /** The facts of stories. */
  stories: Pick<ReadonlyMap<string, IndexedStory>, 'get'>
  quotable: Pick<ReadonlySet<string>, 'has'>
  /** The quotable and the retracted; null: every story of the index. */
  open: ReadonlySet<string> | null
  outlets: readonly string[]
  /** The quotable stories of the days that the question names. */
  onDays: ReadonlySet<string>
  searched: Searched
}

/** Returns the scope of a question: the stories that pass its filters and are quotable or retracted at this moment. */
export function scopeOf(
  question: Question,
  { index, asOf, late }: Pick<Desk, 'index' | 'asOf' | 'late'>,
): Scope {
  const filter = asOf === undefined ? question : publishedBy(asOf, question)
  const { ids, isQuotable, outlets, count, span, onDays } = eligibleOn(question.days, filter, index)
  return {
    stories: { get: (id) => index.story(id) ?? undefined },
    quotable: { has: isQuotable },
    open: ids,
    outlets,
    onDays: onDays(question.days),
    searched: {
      articles: count,
      ...(span ?? { from: null, to: null }),
      indexedAt: index.indexedAt().toISOString(),
      ...lateField(late?.() ?? []),
    },
  }
}

/** Returns the stories that a filter lets through, of some days alone where any are named. */
function eligibleOn(days: Question['days'], filter: Question, index: Desk['index']): Eligible {
  const [first, ...others] = days.map((range) => index.eligible(within(range, filter)))
  return first ? others.reduce(either, first) : index.eligible(filter)
}

/** Narrows a filter to a range of days. */
const within = ({ from, to }: Days, filter: Question): Question => ({
  ...filter,
  after: filter.after !== null && filter.after > from ? filter.after : from,
  before: filter.before !== null && filter.before < to ? filter.before : to,
})

/** Returns the stories of two ranges of days, which are taken to be apart. */
function either(one: Eligible, other: Eligible): Eligible {
  const spans = [one.span, other.span].filter((span) => span !== null)
  return {
    ids: one.ids && other.ids && one.ids.union(other.ids),
    isQuotable: (id) => one.isQuotable(id) || other.isQuotable(id),
    count: one.count + other.count,
    outlets: [...new Set([...one.outlets, ...other.outlets])],
    span: dateRangeOf(spans.flatMap(({ from, to }) => [from, to])),
    onDays: (days) => one.onDays(days).union(other.onDays(days)),
  }
}

const lateField = (late: LateSources) => (late.length ? { late } : {})

/** Narrows a question to the stories of a day and before it. */
function publishedBy(day: string, question: Question): Question {
  const next = addDays(day, 1)
  return { ...question, before: question.before !== null && question.before < next ? question.before : next }
}
