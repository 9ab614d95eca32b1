// Defines the tree of nodes that a reply consists of, whatever platform shows it.
import type { Verdict } from '../answers/verification/check-answer.ts'
import type { Citation } from '../archive/article.ts'

/** Published words, and the spans in them to highlight: `[start, end]` in UTF-16 code units of `text`. */
export type HighlightedText = { text: string; highlights: [number, number][] }

/** Words that somebody said. A null speaker is "not named" where there is a mention, else "not stated". */
export type QuotationNode = {
  kind: 'quotation'
  /** The item’s number in the answer, from 1; null where it stands alone. */
  number: number | null
  words: HighlightedText
  /**
   * Whether the words are a sentence of the story, with its own marks, in which the highlighted ones were said; otherwise
   * all of them were, and a renderer puts marks around them.
   */
  inSentence: boolean
  speaker: string | null
  /** The others who made a joint statement with the speaker. */
  jointly: string[]
  /** The words that name the speaker in the story, where they differ from `speaker`. */
  mention: string | null
  addressee: string | null
  reportedBy: string | null
}

/** The other half of an exchange: the words that answer a question, or the question that was answered. */
export type ExchangeNode = {
  kind: 'exchange'
  half: 'question' | 'answer'
  text: string
  speaker: string | null
  mention: string | null
}

/** A run of words in a difference: in both texts, or only in the published or the asked one. */
export type DiffStep = NonNullable<Verdict['diff']>[number]

/** What of a citation is already shown above it: the headline, or all but the paragraph. */
export type CitedAbove = 'headline' | 'story'

/** The citation of words, and of other places of the same words; without what is shown above it. */
export type CitationNode = { kind: 'citation'; citation: Citation; alsoIn: Citation[]; above?: CitedAbove }

/**
 * A node of a reply. `quotation`, `exchange` and `passage` hold published words, which a renderer may cut but must not
 * change; the other kinds hold Readback's own words. `of` is the story that a note names.
 */
export type Node =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | QuotationNode
  | ExchangeNode
  | { kind: 'passage'; number: number | null; words: HighlightedText }
  | { kind: 'difference'; steps: DiffStep[] }
  | CitationNode
  | { kind: 'note'; tone: 'aside' | 'warning'; text: string; of?: Citation }
  | { kind: 'list'; items: { term: string; text: string }[] }

/** What a person is shown, on every platform: nodes in reading order. */
export type Reply = Node[]

/** Returns the stories that a reply cites or names, each once. */
export function storiesIn(reply: Reply): Citation[] {
  const named = reply.flatMap((node) => {
    if (node.kind === 'citation') return [node.citation, ...node.alsoIn]
    return node.kind === 'note' && node.of ? [node.of] : []
  })
  return [...new Map(named.map((story) => [story.articleId, story])).values()]
}
