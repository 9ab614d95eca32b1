// Shows a word of a sentence that is being parsed, with its class and the children it has so far, as numbers to hash.
import type { ArcState } from './arc-state.ts'
import { EDGE_LEXEME, type Lexeme } from './lexemes.ts'
import type { TaggedSentence } from './tagged-sentence.ts'

/** The number in the place of a class or a relation that is not there, and of the root's. */
const NONE = 99
const ROOT_TAG = 98
const ROOT_LEXEME: Lexeme = { ...EDGE_LEXEME, word: 2, cluster: 9998 }

export type WordView = { word: number; cluster: number; tag: number }

/** A word with the children it has so far: the outermost on either side, how many, and of which kinds. */
export type NodeView = WordView & {
  leftTag: number
  rightTag: number
  leftRelation: number
  rightRelation: number
  leftWord: number
  leftCount: number
  rightCount: number
  kinds: number
}

/** Returns the lexeme of a word; before the sentence is its edge, after it the root. */
export function lexemeAt({ lexemes }: TaggedSentence, i: number): Lexeme {
  return i < 0 ? EDGE_LEXEME : (lexemes[i] ?? ROOT_LEXEME)
}

export function tagAt({ tags }: TaggedSentence, i: number): number {
  return i < 0 ? NONE : (tags[i] ?? ROOT_TAG)
}

function relationAt({ relations }: ArcState, i: number): number {
  return i < 0 ? NONE : (relations[i] as number)
}

export function wordAt(sentence: TaggedSentence, i: number): WordView {
  const { word, cluster } = lexemeAt(sentence, i)
  return { word, cluster, tag: tagAt(sentence, i) }
}

export function viewOf(sentence: TaggedSentence, state: ArcState, i: number): NodeView {
  const { word, cluster } = lexemeAt(sentence, i)
  const left = i < 0 ? -1 : (state.leftmost[i] as number)
  const right = i < 0 ? -1 : (state.rightmost[i] as number)
  return {
    word,
    cluster,
    tag: tagAt(sentence, i),
    leftTag: tagAt(sentence, left),
    rightTag: tagAt(sentence, right),
    leftRelation: relationAt(state, left),
    rightRelation: relationAt(state, right),
    leftWord: lexemeAt(sentence, left).word,
    leftCount: i < 0 ? 0 : (state.leftCount[i] as number),
    rightCount: i < 0 ? 0 : (state.rightCount[i] as number),
    kinds: i < 0 ? 0 : (state.kinds[i] as number),
  }
}
