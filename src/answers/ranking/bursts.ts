// Tells how much of what matches a question is of about the same days as a story: an event is told by many at once.
import { DAY_MS } from '../../durations.ts'
import type { Hit, IndexedStory } from '../../search/search-index.ts'

/** Stories are of the same days where no more than this many lie between them. */
const DAYS = 3

/** A story counts by this power of its score beside the highest, so that those that hardly match count for little. */
const POWER = 4

type Dated = { weight: number; time: number }

/** By a story's id: the share of the other stories' weight that is of its days; 0 for a story without a date. */
export function burstsOf(candidates: { hit: Hit; story: IndexedStory }[]): Map<string, number> {
  const highest = candidates.reduce((most, { hit }) => Math.max(most, hit.articleScore), 1e-9)
  const stories = new Map<string, Dated>()
  for (const { hit, story } of candidates)
    stories.set(story.id, {
      weight: (hit.articleScore / highest) ** POWER,
      time: Date.parse(story.publishedAt ?? ''),
    })
  const all = [...stories.values()]
  const total = all.reduce((sum, { weight }) => sum + weight, 0)
  return new Map(
    [...stories].map(([id, own]) => {
      const near = all.filter((other) => other !== own && Math.abs(other.time - own.time) <= DAYS * DAY_MS)
      const weight = near.reduce((sum, one) => sum + one.weight, 0)
      return [id, weight / (total - own.weight || 1)]
    }),
  )
}
