// Declares what the reader of a format extracts from a source.
import type { Block, Facts } from '../../archive/article.ts'
import type { Origin } from './story-keys.ts'

/** The facts as the source writes them, by the names of facts; not yet checked. */
export type UncheckedFacts = Partial<Record<Exclude<keyof Facts, 'headlineFrom'>, unknown>>

/** A story as the reader of a format extracts it: its text, its blocks and its unchecked facts. */
export type ExtractedStory = {
  text: string
  blocks: Block[]
  stated: UncheckedFacts
  /** The source document, where it holds more than `text`; else null. */
  source: string | null
  /** What of the source is not in `text` because it is not the story’s own, with the reason. */
  leftOut?: { words: string; why: string }[]
  /** Where in the source the facts were found, by their names. */
  origins?: Partial<Record<keyof UncheckedFacts, string>>
}

/** What a reader extracted, and where it came from: all that a story is built of. */
export type ReadStory = {
  extracted: ExtractedStory
  origin: Origin
  /** The part of the source that states the facts for which `origins` names no other, such as its front matter. */
  statedIn: string
  /** What went wrong while it was read, and did no harm, such as a byte that could not be decoded. */
  notes: string[]
}
