// Reads texts as the terms they consist of, sentence by sentence, each piece once.
import type { Piece } from '../../search/search-index.ts'
import { tokens } from '../../search/text/tokenize.ts'

/** The words of a text in its order: as terms, with where each starts and ends, its sentence, and whether it has a capital. */
export type TermText = {
  text: string
  terms: string[]
  starts: Uint32Array
  ends: Uint32Array
  sentences: Uint16Array
  capitals: Uint8Array
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
  const all = tokens(text)
  const read = emptyTermText(text, all.length)
  let [sentence, end] = [0, 0]
  for (const [i, token] of all.entries()) {
    const first = text[token.start] ?? ''
    if (end > 0 && endsSentence(text.slice(end, token.start), first)) sentence++
    read.terms.push(token.term)
    read.starts[i] = token.start
    read.ends[i] = token.end
    read.sentences[i] = sentence
    read.capitals[i] = /\p{Lu}/u.test(first) ? 1 : 0
    end = token.end
  }
  return read
}

const emptyTermText = (text: string, length: number): TermText => ({
  text,
  terms: [],
  starts: new Uint32Array(length),
  ends: new Uint32Array(length),
  sentences: new Uint16Array(length),
  capitals: new Uint8Array(length),
})

/** Returns whether what stands between two words ends a sentence, by how the next word begins. */
const endsSentence = (gap: string, first: string) =>
  STOP.test(gap) && (OPENING.test(first) || /["“‘(]/u.test(gap))

/** The slice of a text that is one of its sentences, with whatever stands behind it up to the next. */
export function sentenceAt({ text, sentences, starts }: TermText, sentence: number): string {
  const first = sentences.indexOf(sentence)
  const next = sentences.indexOf(sentence + 1)
  return first < 0 ? '' : text.slice(starts[first], next < 0 ? undefined : starts[next])
}
