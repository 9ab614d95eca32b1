/** Decides which segments are merged next. */
import type { SealedSegment } from './sealed-segment.ts'

/** So many segments of about one size become one. */
const AT_ONCE = 8

/** What would have more passages is not merged: the greatest segments are searched one by one. */
const GREATEST = 250_000

/** A segment is written anew when less than this share of its stories is left. */
const LEAST_ALIVE = 0.8

/** The next segments to be merged into one: a tier that is full, or one segment that is full of removed stories; null: none. */
export function mergeable(segments: readonly SealedSegment[]): readonly SealedSegment[] | null {
  const tiers = Map.groupBy(
    segments.filter((one) => passagesIn(one) < GREATEST),
    tierOf,
  )
  const full = [...tiers.values()].find((some) => some.length >= AT_ONCE)
  if (full) return full
  const hollow = segments.find((one) => one.aliveCount() < LEAST_ALIVE * one.stories.size)
  return hollow ? [hollow] : null
}

const passagesIn = ({ rows }: SealedSegment) => rows.passages.size

/** Sizes within a factor of `AT_ONCE` are of one tier. */
const tierOf = (segment: SealedSegment) => Math.floor(Math.log(1 + passagesIn(segment)) / Math.log(AT_ONCE))
