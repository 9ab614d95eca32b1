// Finds one article by id, address or headline, and lists everything quoted in it.
import { z } from 'zod'
import { type Article, Citation, Facts, isWithin } from '../archive/article.ts'
import { newestFirst } from '../archive/by-date.ts'
import type { Cite } from '../archive/citation.ts'
import { quotabilityOf } from '../archive/quotability.ts'
import { tokens } from '../search/text/tokenize.ts'
import { Evidence, Searched } from './answer.ts'
import { context } from './context.ts'
import { type Desk, todayOf } from './desk.ts'
import { evidenceAt } from './evidence/read-evidence.ts'
import { scopeOf } from './query/eligible-stories.ts'
import { questionOf } from './query/question.ts'

/**
 * The article with all its quotations and the other articles that fit; for a retracted one its citation only; or
 * nothing, with the nearest stories.
 */
export const ArticleAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    article: Citation,
    facts: Facts,
    quotations: z.array(Evidence),
    others: z.array(Citation),
  }),
  z.object({ kind: z.literal('retracted'), article: Citation, others: z.array(Citation) }),
  z.object({
    kind: z.literal('nothing'),
    asked: z.string(),
    searched: Searched,
    nearest: z.array(Citation),
  }),
])
export type ArticleAnswer = z.infer<typeof ArticleAnswer>

/** The maximum number of other or near articles named. */
const MAX_OTHERS = 5

/** Returns the article that an id, an address or words of a headline name; the newest where several fit. */
export async function article(asked: string, desk: Desk): Promise<ArticleAnswer> {
  const { open } = scopeOf(questionOf({ text: '', article: asked }, { today: todayOf(desk) }), desk)
  const fitting = await Promise.all([...(open ?? [])].map((id) => desk.archive.article(id)))
  const [newest, ...others] = fitting
    .filter((one) => one !== null)
    .filter((one) => quotabilityOf(one, desk.now()) !== 'withheld')
    .toSorted(newestFirst)
  if (!newest) return nothing(asked, desk)
  const whole = storyCiter(desk.cite)
  const named = { article: whole(newest), others: others.slice(0, MAX_OTHERS).map(whole) }
  if (quotabilityOf(newest, desk.now()) !== 'quotable') return { kind: 'retracted', ...named }
  return { kind: 'found', ...named, facts: Facts.parse(newest), quotations: quotationsOf(newest, desk.cite) }
}

const EMPTY_PASSAGE = { ordinal: 1, start: 0, end: 0, kind: 'paragraph', post: null } as const

/** Returns a function that cites an article as a whole: its first paragraph, with no words marked. */
export const storyCiter = (cite: Cite) => (article: Article) =>
  cite(article, article.version.passages[0] ?? EMPTY_PASSAGE, '')

const quotationsOf = (article: Article, cite: Cite): Evidence[] =>
  article.version.quotations.flatMap((quotation) => {
    const passage = article.version.passages.find((passage) => isWithin(quotation, passage))
    const location = passage && { span: quotation, passage, quotation, score: 0, highlights: [] }
    return location ? [evidenceAt(article, location, cite)] : []
  })

/** Returns the answer for a name that fits no article: what was searched, and each story once that bears on it. */
async function nothing(asked: string, desk: Desk): Promise<ArticleAnswer> {
  const { searched } = scopeOf(questionOf({ text: '' }, { today: todayOf(desk) }), desk)
  if (tokens(asked).length === 0) return { kind: 'nothing', asked, searched, nearest: [] }
  const { evidence, nearest } = await context({ text: asked }, desk)
  const stories = new Map([...evidence, ...nearest].map(({ citation }) => [citation.articleId, citation]))
  return { kind: 'nothing', asked, searched, nearest: [...stories.values()].slice(0, MAX_OTHERS) }
}
