// Reports what may be quoted now, how fresh the index is, and where the stories come from.
import { z } from 'zod'
import { Moment } from '../archive/article.ts'
import { dateRangeOf, newestFirst } from '../archive/by-date.ts'
import type { IndexedStory } from '../search/search-index.ts'
import { Searched } from './answer.ts'
import { type Desk, todayOf } from './desk.ts'
import { scopeOf } from './query/eligible-stories.ts'
import { questionOf } from './query/question.ts'

/** What may be quoted now, how fresh it is, and the newest story. Withheld stories are not counted. */
export const Status = z.object({
  searched: Searched,
  /** Whether the coverage is the sample, because there is no story of one's own yet; absent where it is not. */
  sample: z.boolean().optional(),
  passages: z.int().nonnegative(),
  quotations: z.int().nonnegative(),
  newest: z.object({ headline: z.string(), publishedAt: Moment }).nullable(),
  /** The outlets, the one with the most articles first; `outlet` is null where none is stated. */
  outlets: z.array(
    z.object({
      outlet: z.string().nullable(),
      articles: z.int().positive(),
      newest: Moment.nullable(),
    }),
  ),
})
export type Status = z.infer<typeof Status>

/** Returns the status of a desk at this moment. */
export function status(desk: Desk): Status {
  const { quotable, searched } = scopeOf(questionOf({ text: '' }, { today: todayOf(desk) }), desk)
  const stories = [...desk.index.stories()].filter(({ id }) => quotable.has(id))
  const dated = stories.flatMap(({ headline, publishedAt }) =>
    publishedAt ? [{ headline, publishedAt }] : [],
  )
  return {
    searched,
    passages: stories.reduce((sum, { pieces }) => sum + pieces.passages, 0),
    quotations: stories.reduce((sum, { pieces }) => sum + pieces.quotations, 0),
    newest: dated.toSorted(newestFirst)[0] ?? null,
    outlets: outletsOf(stories),
  }
}

function outletsOf(stories: IndexedStory[]): Status['outlets'] {
  const outlets = [...Map.groupBy(stories, ({ outlet }) => outlet)].map(([outlet, own]) => ({
    outlet,
    articles: own.length,
    newest: dateRangeOf(own.flatMap(({ publishedAt }) => publishedAt ?? []))?.to ?? null,
  }))
  return outlets.toSorted((a, b) => b.articles - a.articles)
}
