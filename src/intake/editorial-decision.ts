import type { Archive } from '../archive/archive.ts'
import type { Article } from '../archive/article.ts'
import type { Decision } from '../archive/decision.ts'
import { UserError } from '../errors.ts'
import { isWebAddress } from './model/facts.ts'
import { canonical } from './model/story-keys.ts'

/**
 * Puts a decision on the article that goes by an id or an address, and returns it as it reads from then on.
 * Throws a UserError where there is none, so that nobody thinks a story held which is not.
 */
export async function decide(archive: Archive, named: string, decision: Decision): Promise<Article> {
  const byAddress = isWebAddress(named) ? await archive.known(`url:${canonical(named)}`) : null
  const article = await archive.decide(byAddress?.id ?? named, decision)
  if (!article)
    throw new UserError(
      `No article has the id or the address “${named}”, so nothing was decided. Ids are in the answers of --json, as articleId.`,
    )
  return article
}
