// Builds a story from what the reader of a format extracted.
import type { Story } from '../../archive/article.ts'
import { findPassages } from '../../archive/passages.ts'
import { Refusal } from '../../errors.ts'
import type { ExtractedStory } from './extracted-story.ts'
import { checkFacts } from './facts.ts'
import { headlineFrom } from './headline.ts'
import { keysOf, type Origin } from './story-keys.ts'

/** The length of a long novel, in UTF-16 code units. No article is longer. */
const MAX_STORY_CHARS = 500_000

/**
 * Returns the story of extracted text and facts. Without a stated headline, its first sentence becomes the
 * headline, and `headlineFrom` says so; no other fact is inferred. Throws a Refusal for invalid facts, for a
 * text without a passage, and for one that is longer than MAX_STORY_CHARS.
 */
export function buildStory({ text, blocks, stated, source }: ExtractedStory, origin: Origin): Story {
  const { file } = origin
  const facts = checkFacts(stated, file)
  if (text.length > MAX_STORY_CHARS)
    throw new Refusal(file, 'text', `is longer than ${MAX_STORY_CHARS} characters`)
  const passages = findPassages(text, blocks)
  const opening = passages.find(({ kind }) => kind === 'paragraph') ?? passages[0]
  if (!opening) throw new Refusal(file, 'text', 'has no words to cite')
  const headline = facts.headline ?? headlineFrom(text.slice(opening.start, opening.end))
  return {
    ...facts,
    headline,
    headlineFrom: facts.headline ? 'source' : 'first sentence',
    text,
    blocks,
    source,
    keys: keysOf(facts.url, origin),
  }
}
