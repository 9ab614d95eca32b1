import type { Story } from '../../archive/article.ts'
import { Refusal } from '../../errors.ts'
import { readWithin } from '../formats/time-limit.ts'
import { storyOf } from './build-story.ts'
import type { Copy, Stated } from './extracted-story.ts'
import type { Origin } from './story-keys.ts'

/**
 * An offer is one story as a feed or a wire lists it: what it is known by, and how to read it. Nothing of it is read
 * before it is asked for, so that a story that cannot be read takes no other with it.
 */
export type Offer = {
  /** The story's name at its provider, `id:…` or `guid:…`; null where it has none but its address. */
  id: string | null
  url: string | null
  /** When it was last changed, as the source words it; null where it does not say. */
  changed: string | null
  /** The print of all that the source lists of it: with the same again, nothing is new. Null: not known. */
  print: string | null
  /** Reads what is stated of it. */
  stated: () => Stated
  /** Reads its words and what is stated of it; null where the words are only on its page. */
  copy: (() => Copy) | null
}

/** The offer of a page of which nothing is known but its address, and when it was changed. */
export const bareOffer = (url: string, changed: string | null): Offer & { url: string } => ({
  id: null,
  url,
  changed,
  print: null,
  stated: () => ({}),
  copy: null,
})

/** The story that an offer with words makes. Refuses one without. */
export function offeredStory({ id, url, copy }: Offer, { file, from }: Pick<Origin, 'file' | 'from'>): Story {
  if (!copy) throw new Refusal(file, 'text', 'is not there, only on the page')
  const { stated, ...words } = readWithin(file, copy)
  return storyOf({ ...words, stated: { ...stated, url } }, { file, ids: id ? [id] : [], from })
}
