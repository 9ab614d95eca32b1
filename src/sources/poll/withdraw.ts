// Withdraws stories that are gone at their source.
import type { Archive } from '../../archive/archive.ts'
import { type Article, type Block, Facts } from '../../archive/article.ts'
import { quotabilityOf } from '../../archive/quotability.ts'

/**
 * The origin keys of stories that are gone, in their order up to the first that no story has, the ids of
 * articles that are still there in another place, the reason, and the time at which that was found.
 */
export type Withdrawal = { keys: Iterable<string>; present?: Set<string>; reason: string; at: Date }

/**
 * Stores a new version of each story that reads as retracted, with a correction that gives the reason, and
 * returns the articles. A story that is not quotable stays as it is. If a story comes back, its next version
 * is quotable again.
 */
export async function withdraw(
  archive: Archive,
  { keys, present, reason, at }: Withdrawal,
): Promise<Article[]> {
  const withdrawn: Article[] = []
  let isFirst = true
  for (const key of keys) {
    const article = await archive.articleByKey(key)
    if (article && !present?.has(article.id) && quotabilityOf(article, at) === 'quotable')
      withdrawn.push(await retract(archive, { article, key, reason }))
    if (!article && !isFirst) return withdrawn
    isFirst = false
  }
  return withdrawn
}

async function retract(
  archive: Archive,
  { article, key, reason }: { article: Article; key: string; reason: string },
): Promise<Article> {
  const { text, passages, quotations, edition } = article.version
  const kept = await archive.keep(
    {
      ...Facts.parse(article),
      status: 'retracted',
      correction: reason,
      text,
      blocks: passages.flatMap(({ kind, start, end, post }): Block[] =>
        kind === 'paragraph' ? [] : [{ kind, start, end, post }],
      ),
      source: null,
      keys: [key],
    },
    { passages, quotations, edition },
  )
  return kept.article
}
