// Reads texts as the terms they consist of, sentence by sentence, each piece once.
import type { Piece } from '../../search/search-index.ts'
import { tokens } from '../../search/text/tokenize.ts'

/** The words of a text in its order: as terms and as words, where each starts and ends, which sentence it is in, whether it has a capital. */
export type TermText = {
  text: string
  terms: string[]
  words: string[]
  starts: number[]
  ends: number[]
  sentences: number[]
  capitals: boolean[]
}

const known = new WeakMap<Piece, TermText>()

/** The terms of a piece; read once as long as the piece is held. */
export function termsOfPiece(piece: Piece): TermText {
  const before = known.get(piece)
  if (before) return before
  const read = termTextOf(piece.text)
  known.set(piece, read)
  return read
}

/** A stop between two words ends a sentence where the next word has a capital, a mark or a number. */
const STOP = /[.!?]["”’)\]]*\s/u
const OPENING = /[\p{Lu}\p{N}"“‘([]/u

export function termTextOf(text: string): TermText {
  const read: TermText = { text, terms: [], words: [], starts: [], ends: [], sentences: [], capitals: [] }
  let [sentence, end] = [0, 0]
  for (const token of tokens(text)) {
    const gap = text.slice(end, token.start)
    const first = text[token.start] ?? ''
    if (end > 0 && STOP.test(gap) && (OPENING.test(first) || /["“‘(]/u.test(gap))) sentence++
    read.terms.push(token.term)
    read.words.push(token.word)
    read.starts.push(token.start)
    read.ends.push(token.end)
    read.sentences.push(sentence)
    read.capitals.push(/\p{Lu}/u.test(first))
    end = token.end
  }
  return read
}

/** The slice of a text that is one of its sentences, with whatever stands behind it up to the next. */
export function sentenceAt({ text, sentences, starts }: TermText, sentence: number): string {
  const first = sentences.indexOf(sentence)
  const next = sentences.indexOf(sentence + 1)
  return first < 0 ? '' : text.slice(starts[first], next < 0 ? undefined : starts[next])
}
