// Builds a story from what the reader of a format extracted.
import type { Story } from '../../archive/article.ts'
import { findPassages } from '../../archive/passages.ts'
import { Refusal } from '../../errors.ts'
import type { ExtractedStory } from './extracted-story.ts'
import { type CheckedFacts, checkFacts } from './facts.ts'
import { headlineFrom } from './headline.ts'
import { rulingOfParagraph } from './rulings-in-words.ts'
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
  const ruled = withWordedRulings(
    facts,
    passages.map(({ start, end }) => text.slice(start, end)),
  )
  const opening = passages.find(({ kind }) => kind === 'paragraph') ?? passages[0]
  if (!opening) throw new Refusal(file, 'text', 'has no words to cite')
  const headline = facts.headline ?? headlineFrom(text.slice(opening.start, opening.end))
  return {
    ...ruled,
    headline,
    headlineFrom: facts.headline ? 'source' : 'first sentence',
    text,
    blocks,
    source,
    keys: keysOf(facts.url, origin),
  }
}

/**
 * Returns the facts with a correction or a retraction that only the text states. A story that is not quotable
 * for another reason stays as it is.
 */
function withWordedRulings(facts: CheckedFacts, paragraphs: string[]): CheckedFacts {
  if (facts.status !== 'usable' && facts.status !== 'corrected') return facts
  const found = paragraphs.flatMap((words, i) => {
    const ruling = rulingOfParagraph(words)
    return ruling ? [{ ...ruling, words: ruling.words || paragraphs[i + 1] || words }] : []
  })
  const retraction = found.find(({ ruling }) => ruling === 'retraction')
  if (retraction) return { ...facts, status: 'retracted', correction: facts.correction ?? retraction.words }
  const [first] = found
  return first
    ? {
        ...facts,
        status: 'corrected',
        correction: facts.correction ?? found.map(({ words }) => words).join(' '),
      }
    : facts
}
