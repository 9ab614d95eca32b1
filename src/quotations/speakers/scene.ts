// Annotates a text for attribution: words, tags, mentions, entities and predicates.
import type { Span } from '../../archive/article.ts'
import { tagWords } from '../language/tags.ts'
import { readWords, type Word } from '../language/words.ts'
import type { Run } from '../marks/runs.ts'
import { type Entities, readEntities } from '../people/cast.ts'
import { findMentions, type Mention, type Tagged } from '../people/mentions.ts'
import { type Predicate, readPredicates } from './predicates.ts'

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
}

/** Annotates the paragraphs of a text; `runs` (sorted, none inside another) are one word each. */
export function annotateText(text: string, paragraphs: Span[], runs: Run[]): AnnotatedText {
  const words = readWords(text, paragraphs, runs)
  const tagged = { text, words, tags: tagWords(words) }
  const mentions = findMentions(tagged)
  const sentences = starts(words, ({ sentence }) => sentence)
  return {
    ...tagged,
    mentions,
    entities: readEntities(tagged, mentions),
    wordOfRun: new Map(words.flatMap(({ run }, i) => (run ? [[run.start, i]] : []))),
    sentences,
    paragraphs: starts(words, ({ paragraph }) => paragraph),
    predicates: readPredicates({ ...tagged, sentences }, mentions),
  }
}

/** Returns the first word of each part; a part without words has that of the next one. */
function starts(words: Word[], partOf: (word: Word) => number): number[] {
  const firsts: number[] = []
  words.forEach((word, i) => {
    while (firsts.length <= partOf(word)) firsts.push(i)
  })
  return [...firsts, words.length]
}
