// Finds the body or document that "it" refers to.
import { nounKind } from '../language/noun-kinds.ts'
import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'

/** The kinds of nouns (see `nounKind`) that speak and that "it" refers to: a body, a document. */
const SPEAKING_THING_KINDS = new Set([3, 5])

/**
 * Returns the body or document that opens the sentence before, in the same paragraph: "The survey is old. It warns
 * …".
 */
export function thingBefore({ words, mentions, sentences }: AnnotatedText, it: Mention): Mention | undefined {
  const sentence = words[it.head]?.sentence ?? 0
  const from = sentences[sentence - 1]
  if (from === undefined || words[from]?.paragraph !== words[it.head]?.paragraph) return undefined
  const first = mentions[mentionIndex(mentions, from)]
  const opens = first && first.from === from && first.kind === 'nominal' && first.head > first.from
  return opens && SPEAKING_THING_KINDS.has(nounKind(words[first.head]?.lower ?? '')) ? first : undefined
}
