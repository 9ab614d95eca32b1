// Stores stories in the archive and counts the outcomes.
import type { Archive, KeepResult, TextReader } from '../archive/archive.ts'
import type { Moment, Reading, Story } from '../archive/article.ts'
import { quotabilityOf } from '../archive/quotability.ts'
import { Refusal } from '../errors.ts'
import { sharesPassage } from './model/shared-passages.ts'

/** What stories are stored with: the archive, the reader of their text, and a callback. */
export type Intake = {
  archive: Archive
  /** Finds the passages and quotations of a story, at once or in another thread; called only where it is new or changed. */
  read: (...text: Parameters<TextReader>) => Reading | Promise<Reading>
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

/** Stores stories one after another, and counts the outcomes and the refusals in `summary`. */
export async function storeStories(stories: Story[], intake: Intake, summary: IntakeSummary): Promise<void> {
  for (const story of stories)
    await storeStory(story, intake).then((outcome) => {
      summary[outcome] += 1
    }, countRefusal(summary))
}

/**
 * Stores a story and returns the outcome. Its passages and quotations are found only where it is new or
 * changed. Throws a Refusal for a story that would replace another one.
 */
export async function storeStory(
  incoming: Story,
  { archive, read, onKept }: Intake,
): Promise<KeepResult['outcome']> {
  const story = await withEarliestDate(incoming, archive)
  if (await archive.holds(story)) return 'unchanged'
  await checkReplacement(story, archive)
  const kept = await archive.keep(story, await read(story.text, story.blocks, story))
  await onKept(kept)
  return kept.outcome
}

/**
 * Throws a Refusal for a story that would replace another one: it has a key of an article, and shares no
 * passage with it. Two kinds always pass, whatever their words are: a story that its provider names by an id
 * of its own, because agencies write a flash anew as a story, and one that withdraws what it replaces.
 */
async function checkReplacement(story: Story, archive: Archive): Promise<void> {
  const isNamedByProvider = story.keys.some((key) => key.startsWith('id:'))
  if (isNamedByProvider || quotabilityOf(story, new Date()) !== 'quotable') return
  const before = await archive.find(story)
  if (!before || before.version.text === story.text || sharesPassage(story, before)) return
  const place = story.url ?? story.keys.at(-1)?.replace(/^(?:file:|from:\S* ?)/u, '') ?? ''
  throw new Refusal(
    place,
    REPLACES,
    `shares no paragraph with ${before.id}, so it is taken for another story`,
  )
}

/** The field of a Refusal of a story that would replace another one. */
export const REPLACES = 'version'

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
