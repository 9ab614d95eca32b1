// Stores stories in the archive and counts the outcomes.
import type { Archive, KeepResult, TextReader } from '../archive/archive.ts'
import type { Moment, Story } from '../archive/article.ts'
import { Refusal } from '../errors.ts'

/** What stories are stored with: the archive, the reader of their text, and a callback. */
export type Intake = {
  archive: Archive
  /** Finds the passages and quotations of a story; called only for a story that is new or changed. */
  read: TextReader
  /** Called after each story that is kept, before the next one is read. */
  onKept: (kept: KeepResult) => Promise<void>
}

/** The result of an ingest: the number of stories by outcome, and all refusals. */
export type IntakeSummary = Record<KeepResult['outcome'], number> & { refused: Refusal[] }

/** Returns a summary of no stories. */
export const emptySummary = (): IntakeSummary => ({ added: 0, changed: 0, unchanged: 0, refused: [] })

/** Returns the sum of two summaries. */
export const addSummaries = (one: IntakeSummary, other: IntakeSummary): IntakeSummary => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
  refused: [...one.refused, ...other.refused],
})

/** Stores stories one after another, and counts the outcomes in `summary`. */
export async function storeStories(stories: Story[], intake: Intake, summary: IntakeSummary): Promise<void> {
  for (const story of stories) summary[await storeStory(story, intake)] += 1
}

/**
 * Stores a story and returns the outcome. Its passages and quotations are found only where it is new or
 * changed.
 */
export async function storeStory(
  incoming: Story,
  { archive, read, onKept }: Intake,
): Promise<KeepResult['outcome']> {
  const story = await withEarliestDate(incoming, archive)
  if (await archive.holds(story)) return 'unchanged'
  const kept = await archive.keep(story, read(story.text, story.blocks, story))
  await onKept(kept)
  return kept.outcome
}

/**
 * Returns the story with the earliest date of publication that was ever stated for it, because feeds move the
 * dates of old stories forward. A story from a file keeps its date.
 */
async function withEarliestDate(story: Story, archive: Archive): Promise<Story> {
  const [key = ''] = story.keys
  const known = key.startsWith('file:') ? null : await archive.articleByKey(key)
  return known ? { ...story, publishedAt: earlier(known.publishedAt, story.publishedAt) } : story
}

function earlier(one: Moment | null, other: Moment | null): Moment | null {
  if (!one || !other) return one ?? other
  return Date.parse(other) < Date.parse(one) ? other : one
}

/** Returns a handler that counts a Refusal in `summary` and rethrows any other error. */
export function countRefusal(summary: IntakeSummary): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Refusal)) throw error
    summary.refused.push(error)
  }
}
