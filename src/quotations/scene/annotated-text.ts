// The shape of a text annotated for attribution.
import type { Entities } from '../people/entity.ts'
import type { Mention, Tagged } from '../people/mentions.ts'
import type { Syntax } from '../syntax/sentence-tree.ts'

/** The verb that a mention is the subject of, found by reading on from the mention. */
export type Predicate = {
  at: number
  /** What was skipped to reach it: nothing, a phrase in commas or brackets, "of …", a who-clause, "and …". */
  over: 'nothing' | 'apposition' | 'phrase' | 'clause' | 'another'
  /** It is in the passive voice: "was asked". */
  passive: boolean
  negated: boolean
}

/** A text with the annotations that attribution needs: words, tags, mentions, entities, predicates. */
export type AnnotatedText = Tagged & {
  mentions: Mention[]
  entities: Entities
  /** The index of the word that stands for a run, by the offset at which the run starts. */
  wordOfRun: Map<number, number>
  /** The indices of the first words of sentences and of paragraphs, and at the end the number of words. */
  sentences: number[]
  paragraphs: number[]
  /** The predicate of each mention that has one. */
  predicates: Map<Mention, Predicate>
  /** Returns the dependency tree of a sentence, which is parsed when it is first asked for. */
  tree: Syntax['tree']
}
