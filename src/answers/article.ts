import { z } from 'zod'
import { type Article, Citation, Facts } from '../archive/article.ts'
import { newestFirst } from '../archive/by-date.ts'
import type { Cite } from '../archive/citation.ts'
import { standing } from '../archive/quotability.ts'
import { tokens } from '../search/text/tokenize.ts'
import { Evidence, Searched } from './answer.ts'
import { context } from './context.ts'
import type { Desk } from './desk.ts'
import { evidenceAt, isWithin } from './evidence/read-evidence.ts'
import { scopeOf } from './query/eligible-stories.ts'
import { questionOf } from './query/question.ts'

/**
 * One article with everything quoted in it, and which others its name fits; a retracted one is only named;
 * or nothing, and what came nearest.
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

/** How many others, or near ones, are named. */
const OTHERS = 5

/** The article that an id, an address or words of a headline name: the newest, where they fit several. */
export async function article(asked: string, desk: Desk): Promise<ArticleAnswer> {
  const { open } = scopeOf(questionOf({ text: '', article: asked }, desk.now()), desk)
  const fitting = await Promise.all([...open].map((id) => desk.archive.article(id)))
  const [newest, ...others] = fitting
    .filter((one) => one !== null)
    .filter((one) => standing(one, desk.now()) !== 'withheld')
    .toSorted(newestFirst)
  if (!newest) return nothing(asked, desk)
  const whole = wholeBy(desk.cite)
  const named = { article: whole(newest), others: others.slice(0, OTHERS).map(whole) }
  if (standing(newest, desk.now()) !== 'quotable') return { kind: 'retracted', ...named }
  return { kind: 'found', ...named, facts: Facts.parse(newest), quotations: quotationsOf(newest, desk.cite) }
}

const OPENING = { ordinal: 1, start: 0, end: 0, kind: 'paragraph', post: null } as const

/** The citation of a whole article: of its first paragraph, with no words picked out. */
export const wholeBy = (cite: Cite) => (article: Article) =>
  cite(article, article.version.passages[0] ?? OPENING, '')

const quotationsOf = (article: Article, cite: Cite): Evidence[] =>
  article.version.quotations.flatMap((quotation) => {
    const passage = article.version.passages.find((passage) => isWithin(quotation, passage))
    const site = passage && { span: quotation, passage, quotation, score: 0, highlights: [] }
    return site ? [evidenceAt(article, site, cite)] : []
  })

/** No article by the name: what was searched, and each story once that what was asked bears on. */
async function nothing(asked: string, desk: Desk): Promise<ArticleAnswer> {
  const { searched } = scopeOf(questionOf({ text: '' }, desk.now()), desk)
  if (tokens(asked).length === 0) return { kind: 'nothing', asked, searched, nearest: [] }
  const { evidence, nearest } = await context({ text: asked }, desk)
  const stories = new Map([...evidence, ...nearest].map(({ citation }) => [citation.articleId, citation]))
  return { kind: 'nothing', asked, searched, nearest: [...stories.values()].slice(0, OTHERS) }
}
