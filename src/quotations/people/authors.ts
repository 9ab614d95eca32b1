import { nounKind } from '../language/noun-kinds.ts'
import type { Scene } from '../speakers/scene.ts'
import type { Member } from './cast.ts'
import { mentionIndex } from './mention-index.ts'
import type { Mention } from './mentions.ts'

const WRITING = new Set(['wrote', 'writes', 'penned', 'issued', 'posted', 'published', 'released', 'signed'])
const DOCUMENT = 5
/** So many words back, and so many after the verb, is looked for what was written. */
const BACK = 60
const OBJECT = 4

/**
 * Who wrote what "it" stands for: "Jo Pine borrowed a pen and wrote a notice. It reads: …" has it from Pine. The
 * writer is the first person named in the sentence that has the verb and its document.
 */
export function authorOf({ words, tags, mentions, cast, sentences }: Scene, it: Mention): Member | undefined {
  for (let i = it.from - 1; i >= Math.max(0, it.from - BACK); i--) {
    if (!WRITING.has(words[i]?.lower ?? '') || tags[i + 1] !== 'determiner') continue
    const object = words.slice(i + 2, i + 2 + OBJECT).findIndex(({ lower }) => nounKind(lower) === DOCUMENT)
    if (object < 0 || tags.slice(i + 2, i + 2 + object).some((tag) => tag !== 'noun')) continue
    const first = sentences[words[i]?.sentence ?? 0] ?? 0
    return mentions
      .slice(mentionIndex(mentions, first), mentionIndex(mentions, i))
      .flatMap((one) => (one.owns || one.modifies ? [] : (cast.of.get(one) ?? [])))
      .find(({ kind }) => kind === 'person')
  }
  return undefined
}
