import { nounKind } from '../language/noun-kinds.ts'
import type { Scene } from '../speakers/scene.ts'
import { mentionIndex } from './mention-index.ts'
import type { Mention } from './mentions.ts'

/** Kinds of nouns that speak and that "it" stands for: a body, a document. */
const SPEAKING = new Set([3, 5])

/** The thing that the sentence before, in the same paragraph, opens on: "The survey is old. It warns of …". */
export function thingBefore({ words, mentions, sentences }: Scene, it: Mention): Mention | undefined {
  const sentence = words[it.head]?.sentence ?? 0
  const from = sentences[sentence - 1]
  if (from === undefined || words[from]?.paragraph !== words[it.head]?.paragraph) return undefined
  const first = mentions[mentionIndex(mentions, from)]
  const opens = first && first.from === from && first.kind === 'nominal' && first.head > first.from
  return opens && SPEAKING.has(nounKind(words[first.head]?.lower ?? '')) ? first : undefined
}
