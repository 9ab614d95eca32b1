// Declares the item of a feed or a wire, and builds a story from it.
import type { Story } from '../../archive/article.ts'
import { Refusal } from '../../errors.ts'
import { buildStory } from './build-story.ts'
import type { ExtractedStory, ReadStory, UncheckedFacts } from './extracted-story.ts'
import type { Origin } from './story-keys.ts'
import { withTimeLimit } from './time-limit.ts'

/**
 * A story as a feed or a wire lists it. `stated` and `extract` read it when they are called, so that an item
 * that cannot be read does not affect the others.
 */
export type FeedItem = {
  /** The story’s key at its provider, `id:…` or `guid:…`; null where only its address is known. */
  id: string | null
  url: string | null
  /** The time of the last change as the source writes it; null where it is not stated. */
  changed: string | null
  /**
   * A hash of everything that the source lists about the story; while it is the same, nothing has changed.
   * Null where it is not computed.
   */
  fingerprint: string | null
  /** Returns the facts that the source lists, unchecked. */
  stated: () => UncheckedFacts
  /** Returns the full story; null where the source does not have its text, which then is on its page only. */
  extract: (() => ExtractedStory) | null
}

/** Returns the item of a page of which only the address and the time of the last change are known. */
export const pageItem = (url: string, changed: string | null): FeedItem & { url: string } => ({
  id: null,
  url,
  changed,
  fingerprint: null,
  stated: () => ({}),
  extract: null,
})

/**
 * Returns the name by which a story is known at its source: its id there, else its address. Throws a Refusal
 * for an item that has neither, because two of them would be one story.
 */
export function nameOfItem({ id, url }: FeedItem, file: string): string {
  const name = id ?? url
  if (!name) throw new Refusal(file, 'id', 'is missing, and so is the address of the story')
  return name
}

/** Returns what an item with text holds. Throws a Refusal for an item without text. */
export function readItem(
  { id, url, extract }: FeedItem,
  { file, from }: Pick<Origin, 'file' | 'from'>,
): ReadStory {
  if (!extract) throw new Refusal(file, 'text', 'is not there, only on the page')
  const { stated, ...words } = withTimeLimit(file, extract)
  const extracted = { ...words, stated: { ...stated, url } }
  return { extracted, origin: { file, ids: id ? [id] : [], from }, statedIn: 'the item', notes: [] }
}

/** Returns the story of an item with text. Throws a Refusal for an item without text, or with wrong facts. */
export function storyFromItem(item: FeedItem, place: Pick<Origin, 'file' | 'from'>): Story {
  const { extracted, origin } = readItem(item, place)
  return buildStory(extracted, origin)
}
