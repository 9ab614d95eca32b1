import { spanOf } from '../../archive/by-date.ts'
import { standing } from '../../archive/quotability.ts'
import type { IndexedStory } from '../../search/search-index.ts'
import { tokens } from '../../search/text/tokenize.ts'
import type { Late, Question, Searched } from '../answer.ts'
import type { Desk } from '../desk.ts'

/** A scope is the stories that may answer a question now: to be quoted, or to be named as retracted. */
export type Scope = {
  /** The quotable and the retracted, with their facts. */
  stories: ReadonlyMap<string, IndexedStory>
  quotable: ReadonlySet<string>
  /** The quotable and the retracted. */
  open: ReadonlySet<string>
  outlets: ReadonlySet<string>
  /** Those of the days that the question names. */
  onDays: ReadonlySet<string>
  searched: Searched
}

/** The scope of a question: its filters, and how each story stands at this moment. */
export function scopeOf(question: Question, { index, now, asOf, late }: Desk): Scope {
  const at = now()
  const [quotable, retracted]: [IndexedStory[], IndexedStory[]] = [[], []]
  for (const story of index.stories()) {
    const stands = fits(story, question) && isPublished(story, asOf) ? standing(story, at) : 'withheld'
    if (stands === 'quotable') quotable.push(story)
    if (stands === 'retracted') retracted.push(story)
  }
  const ids = (stories: IndexedStory[]) => new Set(stories.map(({ id }) => id))
  const onDays = quotable.filter(({ publishedAt }) => question.days.some((days) => isOf(days, publishedAt)))
  return {
    stories: new Map([...quotable, ...retracted].map((story) => [story.id, story])),
    quotable: ids(quotable),
    open: ids([...quotable, ...retracted]),
    outlets: new Set(quotable.flatMap(({ outlet }) => outlet ?? [])),
    onDays: ids(onDays),
    searched: {
      articles: quotable.length,
      ...(spanOf(quotable.flatMap(({ publishedAt }) => publishedAt ?? [])) ?? { from: null, to: null }),
      indexedAt: index.indexedAt().toISOString(),
      ...named(late?.() ?? []),
    },
  }
}

const named = (late: Late) => (late.length ? { late } : {})

const isOf = ({ from, to }: { from: string; to: string }, moment: string | null) =>
  moment !== null && moment.slice(0, 10) >= from && moment.slice(0, 10) < to

/** As of an earlier day, what came later is not there yet. */
const isPublished = ({ publishedAt }: IndexedStory, asOf: Date | undefined) =>
  asOf === undefined || publishedAt === null || Date.parse(publishedAt) <= asOf.getTime()

function fits(story: IndexedStory, { outlet, author, article, after, before }: Question): boolean {
  const day = story.publishedAt?.slice(0, 10) ?? null
  return (
    (outlet === null || names(story.outlet, outlet)) &&
    (author === null || story.authors.some((one) => names(one, author))) &&
    (article === null || story.id === article || story.url === article || names(story.headline, article)) &&
    (after === null || (day !== null && day >= after)) &&
    (before === null || (day !== null && day < before))
  )
}

/** Whether a name has all the words that it is asked for by; what has no words ("!!!") names nothing. */
function names(name: string | null, asked: string): boolean {
  const words = new Set(tokens(name ?? '').map(({ word }) => word))
  const wanted = tokens(asked)
  return wanted.length > 0 && wanted.every(({ word }) => words.has(word))
}
