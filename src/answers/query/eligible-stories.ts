// Determines which stories may answer a question now: by its filters and their standing.
import { dateRangeOf } from '../../archive/by-date.ts'
import { quotabilityOf } from '../../archive/quotability.ts'
import type { IndexedStory } from '../../search/search-index.ts'
import { tokens } from '../../search/text/tokenize.ts'
import type { LateSources, Question, Searched } from '../answer.ts'
import type { Desk } from '../desk.ts'

/** The ids of the stories that may answer a question now, to be quoted or to be named as retracted. */
export type Scope = {
  /** The quotable and the retracted stories, by id. */
  stories: ReadonlyMap<string, IndexedStory>
  quotable: ReadonlySet<string>
  /** The quotable and the retracted stories. */
  open: ReadonlySet<string>
  outlets: ReadonlySet<string>
  /** The quotable stories of the days that the question names. */
  onDays: ReadonlySet<string>
  searched: Searched
}

/**
 * Returns the scope of a question: the stories that pass its filters and are quotable or retracted at this moment.
 */
export function scopeOf(question: Question, { index, now, asOf, late }: Desk): Scope {
  const at = now()
  const [quotable, retracted]: [IndexedStory[], IndexedStory[]] = [[], []]
  for (const story of index.stories()) {
    const stands =
      isPublished(story, asOf) && passesFilters(story, question) ? quotabilityOf(story, at) : 'withheld'
    if (stands === 'quotable') quotable.push(story)
    if (stands === 'retracted') retracted.push(story)
  }
  const ids = (stories: IndexedStory[]) => new Set(stories.map(({ id }) => id))
  const onDays = quotable.filter(({ publishedAt }) =>
    question.days.some((days) => isOnDays(days, publishedAt)),
  )
  return {
    stories: new Map([...quotable, ...retracted].map((story) => [story.id, story])),
    quotable: ids(quotable),
    open: ids([...quotable, ...retracted]),
    outlets: new Set(quotable.flatMap(({ outlet }) => outlet ?? [])),
    onDays: ids(onDays),
    searched: {
      articles: quotable.length,
      ...(dateRangeOf(quotable.flatMap(({ publishedAt }) => publishedAt ?? [])) ?? { from: null, to: null }),
      indexedAt: index.indexedAt().toISOString(),
      ...lateField(late?.() ?? []),
    },
  }
}

const lateField = (late: LateSources) => (late.length ? { late } : {})

const isOnDays = ({ from, to }: { from: string; to: string }, moment: string | null) =>
  moment !== null && moment.slice(0, 10) >= from && moment.slice(0, 10) < to

/** Returns whether a story is published by a moment; without one, all are. */
const isPublished = ({ publishedAt }: IndexedStory, asOf: Date | undefined) =>
  asOf === undefined || publishedAt === null || Date.parse(publishedAt) <= asOf.getTime()

function passesFilters(story: IndexedStory, { outlet, author, article, after, before }: Question): boolean {
  const day = story.publishedAt?.slice(0, 10) ?? null
  return (
    (outlet === null || hasWordsOf(story.outlet, outlet)) &&
    (author === null || story.authors.some((one) => hasWordsOf(one, author))) &&
    (article === null ||
      story.id === article ||
      story.url === article ||
      hasWordsOf(story.headline, article)) &&
    (after === null || (day !== null && day >= after)) &&
    (before === null || (day !== null && day < before))
  )
}

/** Returns whether a name has all the words asked for; false where the filter has no words ("!!!"). */
function hasWordsOf(name: string | null, asked: string): boolean {
  const words = new Set(tokens(name ?? '').map(({ word }) => word))
  const wanted = tokens(asked)
  return wanted.length > 0 && wanted.every(({ word }) => words.has(word))
}
