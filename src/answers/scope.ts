import { standing } from '../archive/standing.ts'
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
  const [quotable, open, outlets, dates] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    openDates(),
  ]
  for (const story of index.stories()) {
    const stands = fits(story, question) ? standing(story, at) : 'withheld'
    if (stands === 'withheld') continue
    open.add(story.id)
    if (stands === 'retracted') continue
    quotable.add(story.id)
    dates.add(story.publishedAt)
    if (story.outlet) outlets.add(story.outlet)
  }
  const searched = { articles: quotable.size, ...dates.span, indexedAt: index.indexedAt().toISOString() }
  return { quotable, open, outlets, searched }
}

/** The span of dates that grows with each one added; moments are compared as written, day first. */
function openDates() {
  const span: Pick<Searched, 'from' | 'to'> = { from: null, to: null }
  const add = (date: string | null) => {
    if (date && (span.from === null || date < span.from)) span.from = date
    if (date && (span.to === null || date > span.to)) span.to = date
  }
  return { span, add }
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
