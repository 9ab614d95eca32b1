// Records an editor’s decision on a stored story.
import type { Archive } from '../archive/archive.ts'
import type { Article } from '../archive/article.ts'
import type { Decision } from '../archive/decision.ts'
import { UserError } from '../errors.ts'
import { isWebAddress } from './model/facts.ts'
import { canonicalUrl } from './model/story-keys.ts'

/**
 * Applies a decision to the article with an id or an address, and returns the article as it then reads.
 * Throws a UserError where there is no such article, so that nobody takes a story for held which is not.
 */
export async function decide(archive: Archive, idOrUrl: string, decision: Decision): Promise<Article> {
  const article = await archive.decide(await articleIdOf(archive, idOrUrl), decision)
  if (!article) throw unknownArticle(idOrUrl, 'decided')
  return article
}

/** Returns the id of the article that an id or an address names; there may be no such article. */
export async function articleIdOf(archive: Archive, idOrUrl: string): Promise<string> {
  const byAddress = isWebAddress(idOrUrl) ? await archive.articleByKey(`url:${canonicalUrl(idOrUrl)}`) : null
  return byAddress?.id ?? idOrUrl
}

/** Returns the error for an id or an address that no article has. */
export const unknownArticle = (idOrUrl: string, done: 'decided' | 'erased') =>
  new UserError(
    `No article has the id or the address “${idOrUrl}”, so nothing was ${done}. Ids are in the answers of --json, as articleId.`,
  )
