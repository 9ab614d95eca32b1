import type { Span } from '../../archive/article.ts'
import { reviseTags } from '../language/revise-tags.ts'
import { tagWords } from '../language/tags.ts'
import { readWords, type Word } from '../language/words.ts'
import type { Run } from '../marks/runs.ts'
import { type Cast, readCast } from '../people/cast.ts'
import { findMentions, type Mention, type Tagged } from '../people/mentions.ts'
import { readSyntax, type Syntax } from '../syntax/sentence-tree.ts'
import { type Predicate, readPredicates } from './predicates.ts'

/** A scene is an article laid out for one question, who speaks: words, mentions, the cast, and where each run stands. */
export type Scene = Tagged & {
  mentions: Mention[]
  cast: Cast
  /** The index of the word that stands for a run, by where the run starts. */
  place: Map<number, number>
  /** The indices of the first words of the sentences and of the paragraphs. */
  sentences: number[]
  paragraphs: number[]
  /** The verb of each mention that is the subject of one. */
  predicates: Map<Mention, Predicate>
  /** The tree of a sentence, parsed when it is first asked for. */
  tree: Syntax['tree']
}

/** Reads the paragraphs of a text with `runs` (none inside another, in order) standing as one word each. */
export function readScene(text: string, paragraphs: Span[], runs: Run[]): Scene {
  const words = readWords(text, paragraphs, runs)
  const sentences = starts(words, ({ sentence }) => sentence)
  const syntax = readSyntax(words, sentences)
  const tagged = { text, words, tags: reviseTags(words, tagWords(words), syntax.classOf) }
  const mentions = findMentions(tagged)
  return {
    ...tagged,
    mentions,
    cast: readCast(tagged, mentions),
    place: new Map(words.flatMap(({ run }, i) => (run ? [[run.start, i]] : []))),
    sentences,
    paragraphs: starts(words, ({ paragraph }) => paragraph),
    predicates: readPredicates({ ...tagged, sentences }, mentions),
    tree: syntax.tree,
  }
}

/** Where each part begins; a part without words begins where the next one does. */
function starts(words: Word[], partOf: (word: Word) => number): number[] {
  const firsts: number[] = []
  words.forEach((word, i) => {
    while (firsts.length <= partOf(word)) firsts.push(i)
  })
  return [...firsts, words.length]
}
