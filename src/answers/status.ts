import type { Searched } from './answer.ts'
import type { Desk } from './desk.ts'
import { questionOf } from './question.ts'
import { scopeOf } from './scope.ts'

/** A status is what may be quoted now, how fresh it is, and the newest story; what is withheld is not counted. */
export type Status = {
  searched: Searched
  passages: number
  quotations: number
  newest: { headline: string; publishedAt: string } | null
}

/** The status of a desk at this moment. */
export function status(desk: Desk): Status {
  const { quotable, searched } = scopeOf(questionOf({ text: '' }, desk.now()), desk)
  const stories = [...desk.index.stories()].filter(({ id }) => quotable.has(id))
  const dated = stories.flatMap(({ headline, publishedAt }) =>
    publishedAt ? [{ headline, publishedAt }] : [],
  )
  return {
    searched,
    passages: stories.reduce((sum, { pieces }) => sum + pieces.passages, 0),
    quotations: stories.reduce((sum, { pieces }) => sum + pieces.quotations, 0),
    newest: dated.toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))[0] ?? null,
  }
}
