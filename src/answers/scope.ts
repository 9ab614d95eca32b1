import { type Standing, standing } from '../archive/standing.ts'
import type { IndexedStory } from '../search/search-index.ts'
import { tokens } from '../search/terms.ts'
import type { Question, Searched } from './answer.ts'
import type { Desk } from './desk.ts'

/** A scope is the stories that may answer a question now: to be quoted, or to be named as retracted. */
export type Scope = {
  quotable: ReadonlySet<string>
  /** The quotable and the retracted. */
  open: ReadonlySet<string>
  outlets: ReadonlySet<string>
  searched: Searched
}

/** The scope of a question: its filters, and how each story stands at this moment. */
export function scopeOf(question: Question, { index, now }: Desk): Scope {
  const at = now()
  const fitting = [...index.stories()].filter((story) => fits(story, question))
  const standingAs = (as: Standing) => fitting.filter((story) => standing(story, at) === as)
  const quotable = standingAs('quotable')
  return {
    quotable: new Set(quotable.map(({ id }) => id)),
    open: new Set([...quotable, ...standingAs('retracted')].map(({ id }) => id)),
    outlets: new Set(quotable.flatMap(({ outlet }) => outlet ?? [])),
    searched: { articles: quotable.length, ...datesOf(quotable), indexedAt: index.indexedAt().toISOString() },
  }
}

function datesOf(stories: IndexedStory[]): Pick<Searched, 'from' | 'to'> {
  const dates = stories.flatMap(({ publishedAt }) => publishedAt ?? []).toSorted()
  return { from: dates[0] ?? null, to: dates.at(-1) ?? null }
}

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

/** Whether a name has all the words that it is asked for by. */
function names(name: string | null, asked: string): boolean {
  const words = new Set(tokens(name ?? '').map(({ word }) => word))
  return tokens(asked).every(({ word }) => words.has(word))
}
