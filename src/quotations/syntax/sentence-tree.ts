// Tags a text, and gives the trees of its sentences.
import type { Word } from '../language/words.ts'
import { RELATIONS, type Relation, WORD_CLASSES, type WordClass } from './labels.ts'
import { hashOf, type Lexeme, lexemeOf } from './lexemes.ts'
import { parser } from './parse-sentence.ts'
import { tagger } from './tag-sentence.ts'
import { type TaggedSentence, taggedSentence } from './tagged-sentence.ts'
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

/** The syntax of a text: the class of each word, and the tree of each sentence, parsed when it is first asked for. */
export type Syntax = { classOf: (word: number) => WordClass; tree: (sentence: number) => SentenceTree }

/** Reads the syntax of a text whose sentences start at the words given; one more number than sentences. */
export function readSyntax(words: Word[], sentences: number[]): Syntax {
  const lexemes = words.map(lexemeFor)
  const tags = new Uint8Array(words.length)
  sentences.forEach((from, sentence) => {
    tags.set(readTags(lexemes.slice(from, sentences[sentence + 1] ?? from), QUOTED_HASH), from)
  })
  const known = new Map<number, SentenceTree>()
  const tree = (sentence: number) => {
    const read = known.get(sentence)
    if (read) return read
    const from = sentences[sentence] ?? words.length
    const to = Math.min(sentences[sentence + 1] ?? words.length, from + LONGEST)
    const parsed = treeOf(taggedSentence(lexemes.slice(from, to), tags.subarray(from, to)), from)
    known.set(sentence, parsed)
    return parsed
  }
  return { classOf: (word) => WORD_CLASSES[tags[word] ?? 0] ?? 'X', tree }
}

/** Tags and parses one sentence. */
export function parseWords(words: Word[]): SentenceTree {
  const lexemes = words.map(lexemeFor)
  return treeOf(taggedSentence(lexemes, readTags(lexemes, QUOTED_HASH)), 0)
}

function lexemeFor({ kind, text }: Word): Lexeme {
  return lexemeOf(kind === 'quotation' ? QUOTED : text, WEIGHTS.clusters)
}

/** The tree of a sentence whose first word is at `from`. */
function treeOf(sentence: TaggedSentence, from: number): SentenceTree {
  const { length } = sentence.lexemes
  const to = from + length
  const { heads, relations } = readArcs(sentence)
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
    classOf: (word) => WORD_CLASSES[sentence.tags[word - from] ?? 0] ?? 'X',
    childrenOf: (word) => children[word - from] ?? [],
  }
}
