import type { Archive, Kept, Reader } from '../archive/archive.ts'
import type { Moment, Story } from '../archive/article.ts'
import { Refusal } from '../errors.ts'

export type Intake = {
  archive: Archive
  /** Finds the passages and quotations of a story; asked only for a story that is new or changed. */
  read: Reader
  /** Told of each story that was given to the archive, before the next one is read. */
  onKept: (kept: Kept) => Promise<void>
}

/** What came of an intake: how many stories by outcome, and every refusal. */
export type Summary = Record<Kept['outcome'], number> & { refused: Refusal[] }

export const emptySummary = (): Summary => ({ added: 0, changed: 0, unchanged: 0, refused: [] })

/** What came of two intakes. */
export const sumOf = (one: Summary, other: Summary): Summary => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
  refused: [...one.refused, ...other.refused],
})

/** Takes stories in, one after the other, and counts what became of them. */
export async function takeInAll(stories: Story[], intake: Intake, summary: Summary): Promise<void> {
  for (const story of stories) summary[await takeIn(story, intake)] += 1
}

/** Takes one story in; its words are read only where it is new or has changed. */
export async function takeIn(offered: Story, { archive, read, onKept }: Intake): Promise<Kept['outcome']> {
  const story = await firstDated(offered, archive)
  if (await archive.holds(story)) return 'unchanged'
  const kept = await archive.keep(story, read(story.text, story.blocks))
  await onKept(kept)
  return kept.outcome
}

/** A story that came by itself was published when that was first said: feeds move the date of old stories up. */
async function firstDated(story: Story, archive: Archive): Promise<Story> {
  const [key = ''] = story.keys
  const known = key.startsWith('file:') ? null : await archive.known(key)
  return known ? { ...story, publishedAt: earlier(known.publishedAt, story.publishedAt) } : story
}

function earlier(one: Moment | null, other: Moment | null): Moment | null {
  if (!one || !other) return one ?? other
  return Date.parse(other) < Date.parse(one) ? other : one
}

/** Lets what is refused be counted, and everything else be a failure. */
export function refuse(summary: Summary): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Refusal)) throw error
    summary.refused.push(error)
  }
}
