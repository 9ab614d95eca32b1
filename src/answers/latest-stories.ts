// Lists the newest stories that may be quoted.
import { quotabilityOf } from '../archive/quotability.ts'
import type { IndexedStory } from '../search/search-index.ts'
import type { Desk } from './desk.ts'

/** A story as it appears in a list of the newest. */
export type ListedStory = Pick<IndexedStory, 'id' | 'headline' | 'outlet' | 'publishedAt'>

/** Returns at most `most` stories that may be quoted now, newest first. Stories without a date are left out. */
export function latestStories({ index, now }: Desk, most: number): ListedStory[] {
  const at = now()
  return index
    .newest(most)
    .filter((story) => quotabilityOf(story, at) === 'quotable')
    .map(({ id, headline, outlet, publishedAt }) => ({ id, headline, outlet, publishedAt }))
}
