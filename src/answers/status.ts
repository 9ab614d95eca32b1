// Reports what may be quoted now, how fresh the index is, and where the stories come from.
import { z } from 'zod'
import { Moment } from '../archive/article.ts'
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
  const { searched } = scopeOf(questionOf({ text: '' }, { today: todayOf(desk) }), desk)
  const { outlets, ...pieces } = desk.index.quotable()
  const [newest] = desk.index.newest(1)
  return {
    searched,
    ...pieces,
    newest: newest?.publishedAt ? { headline: newest.headline, publishedAt: newest.publishedAt } : null,
    outlets: outlets.toSorted((a, b) => b.articles - a.articles),
  }
}
