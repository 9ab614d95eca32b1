import { newestFirst } from '../archive/by-date.ts'
import { standing } from '../archive/quotability.ts'
import type { IndexedStory } from '../search/search-index.ts'
import type { Desk } from './desk.ts'

/** A story as a list of the newest names it. */
export type Named = Pick<IndexedStory, 'id' | 'headline' | 'outlet' | 'publishedAt'>

/** The newest stories that may be quoted now, the newest first; a story without a date is in no such list. */
export function latest({ index, now }: Desk, most: number): Named[] {
  const at = now()
  return [...index.stories()]
    .filter((story) => story.publishedAt !== null && standing(story, at) === 'quotable')
    .map(({ id, headline, outlet, publishedAt }) => ({ id, headline, outlet, publishedAt }))
    .toSorted(newestFirst)
    .slice(0, most)
}
