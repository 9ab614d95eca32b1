// Finds the author of a document that "it" refers to.
import { nounKind } from '../language/noun-kinds.ts'
import type { Entity } from '../people/entity.ts'
import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'

const WRITING_VERBS = new Set([
  'wrote',
  'writes',
  'penned',
  'issued',
  'posted',
  'published',
  'released',
  'signed',
])
const DOCUMENT_KIND = 5
/** How many words back the verb of writing, and how many after the verb its document, may be. */
const MAX_WORDS_BACK = 60
const MAX_OBJECT_WORDS = 4

/**
 * Returns the author of the document that "it" refers to, or undefined. In "Jo Pine borrowed a pen and wrote a notice.
 * It reads: …" the author is Pine: the first person named in the sentence with the verb and its document.
 */
export function authorOf(
  { words, tags, mentions, entities, sentences }: AnnotatedText,
  it: Mention,
): Entity | undefined {
  for (let i = it.from - 1; i >= Math.max(0, it.from - MAX_WORDS_BACK); i--) {
    if (!WRITING_VERBS.has(words[i]?.lower ?? '') || tags[i + 1] !== 'determiner') continue
    const object = words
      .slice(i + 2, i + 2 + MAX_OBJECT_WORDS)
      .findIndex(({ lower }) => nounKind(lower) === DOCUMENT_KIND)
    if (object < 0 || tags.slice(i + 2, i + 2 + object).some((tag) => tag !== 'noun')) continue
    const first = sentences[words[i]?.sentence ?? 0] ?? 0
    return mentions
      .slice(mentionIndex(mentions, first), mentionIndex(mentions, i))
      .flatMap((one) => (one.owns || one.modifies ? [] : (entities.byMention.get(one) ?? [])))
      .find(({ kind }) => kind === 'person')
  }
  return undefined
}
