import type { Story } from '../../archive/article.ts'
import { findPassages } from '../../archive/passages.ts'
import { Refusal } from '../../errors.ts'
import type { Copy } from './extracted-story.ts'
import { checkFacts } from './facts.ts'
import { headlineFrom } from './headline.ts'
import { keysOf, type Origin } from './story-keys.ts'

/** Half a million characters, a novel: no article is as long. */
const LONGEST = 500_000

/**
 * Makes a story of copy. A story that states no headline gets its first sentence for one, marked as such;
 * nothing else is made up. Refuses facts that are none, and a text without a paragraph worth citing, or too long.
 */
export function storyOf({ text, blocks, stated, source }: Copy, origin: Origin): Story {
  const { file } = origin
  const facts = checkFacts(stated, file)
  if (text.length > LONGEST) throw new Refusal(file, 'text', `is longer than ${LONGEST} characters`)
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
