import type { Verdict } from '../answers/verification/check.ts'
import type { Citation } from '../archive/article.ts'

/** Published words, with what of them is to stand out: offsets into `text`. */
export type Words = { text: string; highlights: [number, number][] }

/** Words that somebody said, by whom and to whom; a null speaker is "not named" where there is a mention, else "not stated". */
export type Spoken = {
  kind: 'quotation'
  /** The item's place in a numbered answer; null where it stands alone. */
  number: number | null
  words: Words
  speaker: string | null
  /** The words that name the speaker there, where they are others than the name. */
  mention: string | null
  addressee: string | null
  reportedBy: string | null
}

/** A step of a difference: words that are the same, or that only what was published, or asked, has. */
export type Step = NonNullable<Verdict['diff']>[number]

/** What of a citation was said above it: the headline, or all but the paragraph. */
export type Above = 'headline' | 'story'

/** Where words stand, and where else; no more of it than was not said above. */
export type Cited = { kind: 'citation'; citation: Citation; alsoIn: Citation[]; above?: Above }

/**
 * A node of a reply. `quotation` and `passage` hold published words, which a renderer may cut but never
 * change; all else is Readback's own. A note may be `of` a story, which it names.
 */
export type Node =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | Spoken
  | { kind: 'passage'; number: number | null; words: Words }
  | { kind: 'difference'; steps: Step[] }
  | Cited
  | { kind: 'note'; tone: 'aside' | 'warning'; text: string; of?: Citation }
  | { kind: 'list'; items: { term: string; text: string }[] }

/** A reply is what a person is shown, on whatever platform: nodes in reading order. */
export type Reply = Node[]

/** The stories that a reply names, each once. */
export function namedIn(reply: Reply): Citation[] {
  const named = reply.flatMap((node) => {
    if (node.kind === 'citation') return [node.citation, ...node.alsoIn]
    return node.kind === 'note' && node.of ? [node.of] : []
  })
  return [...new Map(named.map((story) => [story.articleId, story])).values()]
}
