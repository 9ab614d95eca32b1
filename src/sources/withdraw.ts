import type { Archive } from '../archive/archive.ts'
import { type Article, type Block, Facts } from '../archive/article.ts'
import { standing } from '../archive/standing.ts'

/** Where a story came from, and the two days on which its page was not there. */
export type Withdrawal = { from: string; goneAt: string; again: Date }

/**
 * Keeps, as a new version, that a story's page has gone from its site: it reads as retracted, and says why. Should the
 * page come back, its next version is quotable again.
 */
export async function withdraw(
  archive: Archive,
  { from, goneAt, again }: Withdrawal,
): Promise<Article | null> {
  const article = await archive.known(from)
  if (!article || standing(article, again) !== 'quotable') return null
  const { text, passages, quotations, edition } = article.version
  const days = [goneAt, again.toISOString()].map((at) => at.slice(0, 10)).join(' and ')
  const kept = await archive.keep(
    {
      ...Facts.parse(article),
      status: 'retracted',
      correction: `Its page was no longer on the site on ${days}.`,
      text,
      blocks: passages.flatMap(({ kind, start, end, post }): Block[] =>
        kind === 'paragraph' ? [] : [{ kind, start, end, post }],
      ),
      source: null,
      keys: [from],
    },
    { passages, quotations, edition },
  )
  return kept.article
}
