import type { Word } from '../language/words.ts'
import { RELATIONS, type Relation, WORD_CLASSES, type WordClass } from './labels.ts'
import { hashOf, lexemeOf } from './lexemes.ts'
import { parser } from './parse-sentence.ts'
import { tagger } from './tag-sentence.ts'
import { readWeights } from './weights.ts'

/**
 * The tree of one sentence, its words by their index in the text: `headOf` is -1 for the root and for words of other
 * sentences, `relationOf` names how a word hangs on its head.
 */
export type SentenceTree = {
  from: number
  to: number
  headOf: (word: number) => number
  relationOf: (word: number) => Relation
  classOf: (word: number) => WordClass
  /** The words that hang on a word, in order. */
  childrenOf: (word: number) => number[]
}

/** The word that stands for a quotation in a sentence. */
export const QUOTED = '“”'
/** Longer sentences, lists and tables as a rule, are read in pieces of this length. */
const LONGEST = 400

const WEIGHTS = readWeights()
const readTags = tagger(WEIGHTS.tags)
const readArcs = parser(WEIGHTS.actions, WEIGHTS.relations)
const QUOTED_HASH = hashOf(QUOTED)

/** Makes a reader of the trees of a text's sentences; each is parsed when it is first asked for. */
export function treeReader(words: Word[], sentences: number[]): (sentence: number) => SentenceTree {
  const known = new Map<number, SentenceTree>()
  return (sentence) => {
    const read = known.get(sentence)
    if (read) return read
    const from = sentences[sentence] ?? words.length
    const to = Math.min(sentences[sentence + 1] ?? words.length, from + LONGEST)
    const tree = parseWords(words, from, to)
    known.set(sentence, tree)
    return tree
  }
}

/** Tags and parses the words from `from` up to `to`. */
export function parseWords(words: Word[], from: number, to: number): SentenceTree {
  const length = Math.max(0, to - from)
  const lexemes = Array.from({ length }, (_, i) => {
    const word = words[from + i] as Word
    return lexemeOf(word.kind === 'quotation' ? QUOTED : word.text, WEIGHTS.clusters)
  })
  const tags = readTags(lexemes, QUOTED_HASH)
  const { heads, relations } = readArcs({ lexemes, tags })
  const children: number[][] = Array.from({ length }, () => [])
  for (let i = 0; i < length; i++) children[heads[i] as number]?.push(from + i)
  const headOf = (word: number) => {
    const head = heads[word - from] ?? length
    return word < from || word >= to || head >= length ? -1 : head + from
  }
  return {
    from,
    to,
    headOf,
    relationOf: (word) => RELATIONS[relations[word - from] ?? 0] ?? 'dep',
    classOf: (word) => WORD_CLASSES[tags[word - from] ?? 0] ?? 'X',
    childrenOf: (word) => children[word - from] ?? [],
  }
}
