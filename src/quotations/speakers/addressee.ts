// Finds whom words were said to.
import { cueOf } from '../language/cues.ts'
import { nounKind } from '../language/noun-kinds.ts'
import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { SentenceTree } from '../syntax/sentence-tree.ts'

/** So many mentions after the verb may begin right there: "NBC News’ Tom Llamas" is two. */
const OBJECTS = 6
/** So many mentions may have one head word's place in common. */
const OVERLAPPING = 4
const ADDRESSING = new Set([
  'tell',
  'ask',
  'assure',
  'remind',
  'inform',
  'urge',
  'advise',
  'warn',
  'promise',
  'text',
  'email',
  'reassure',
  'notify',
  'instruct',
  'order',
  'implore',
])
const OCCASIONS = new Set(['interview', 'conversation', 'exchange', 'call'])

/** Whom the words were said to: the object of "told", else who stands after "to" or "in an interview with". */
export function addresseeOf(annotated: AnnotatedText, cue: number, speaker: Mention): Mention | undefined {
  const verb = cueOf(annotated.words[cue]?.lower ?? '')
  if (!verb) return undefined
  const object = ADDRESSING.has(verb.lemma) ? objectOf(annotated, cue, speaker) : undefined
  return object ?? (verb.kind === 'say' ? partnerOf(annotated, cue, speaker) : undefined)
}

function objectOf({ mentions }: AnnotatedText, cue: number, speaker: Mention): Mention | undefined {
  const first = mentionIndex(mentions, cue + 1)
  const objects = mentions.slice(first, first + OBJECTS).filter(({ from }) => from === cue + 1)
  return objects.findLast((one) => one !== speaker && !one.owns && !one.modifies)
}

/** "Said to Quist", "said in an interview with the Courier": what hangs on the verb by such words. */
function partnerOf(annotated: AnnotatedText, cue: number, speaker: Mention): Mention | undefined {
  const { words } = annotated
  const tree = annotated.tree(words[cue]?.sentence ?? 0)
  for (const child of tree.childrenOf(cue)) {
    const isOccasion = OCCASIONS.has(words[child]?.lower ?? '')
    const partner = isOccasion
      ? tree.childrenOf(child).find((one) => caseOf(annotated, tree, one) === 'with')
      : caseOf(annotated, tree, child) === 'to'
        ? child
        : undefined
    const mention = partner === undefined ? undefined : partyAt(annotated, partner)
    if (mention && mention !== speaker) return mention
  }
  return undefined
}

/** The preposition of a phrase. */
function caseOf({ words }: AnnotatedText, tree: SentenceTree, word: number): string | undefined {
  const found = tree.childrenOf(word).find((child) => tree.relationOf(child) === 'case')
  return found === undefined ? undefined : words[found]?.lower
}

/** The mention of a person or a body that has a word in it. */
function partyAt({ mentions, words }: AnnotatedText, word: number): Mention | undefined {
  const first = mentionIndex(mentions, word)
  return mentions
    .slice(first, first + OVERLAPPING)
    .find(
      (one) =>
        one.from <= word &&
        word <= one.to &&
        !one.owns &&
        !one.modifies &&
        (one.kind === 'name' || (one.kind === 'nominal' && nounKind(words[one.head]?.lower ?? '') > 0)),
    )
}
