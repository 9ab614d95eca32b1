import type { Story } from '../archive/article.ts'
import { Refusal } from '../errors.ts'
import type { Stated } from './copy.ts'
import type { Galley } from './galley.ts'
import type { Origin } from './keys.ts'
import { storyOf } from './story.ts'

/**
 * An offer is one story as a feed or a wire lists it: what it is known by, what is stated of it, and its words,
 * unless they are only on its page.
 */
export type Offer = {
  /** The story's name at its provider, `id:…` or `guid:…`; null where it has none but its address. */
  id: string | null
  url: string | null
  stated: Stated
  galley: Galley | null
  /** The words as they came, where that is more than the text. */
  source: string | null
  /** When it was last changed, as the source words it; null where it does not say. */
  changed: string | null
}

/** The story that an offer with words makes. Refuses one without. */
export function offeredStory(offer: Offer, { file, from }: Pick<Origin, 'file' | 'from'>): Story {
  const { galley, stated, source } = offer
  if (!galley) throw new Refusal(file, 'text', 'is not there, only on the page')
  const ids = offer.id ? [offer.id] : []
  return storyOf({ ...galley, stated: { ...stated, url: offer.url }, source }, { file, ids, from })
}
