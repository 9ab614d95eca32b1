// Reads texts as the terms they consist of, sentence by sentence, each piece once.
import type { Piece } from '../../search/search-index.ts'
import { eachWord } from '../../search/text/tokenize.ts'

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
  const [terms, starts, ends] = [[] as string[], [] as number[], [] as number[]]
  const [sentences, capitals] = [[] as number[], [] as number[]]
  let [sentence, before] = [0, 0]
  eachWord(text, ({ term }, start, end) => {
    if (before > 0 && start - before >= MIN_GAP && endsSentence(text.slice(before, start), text[start] ?? ''))
      sentence++
    terms.push(term)
    starts.push(start)
    ends.push(end)
    sentences.push(sentence)
    capitals.push(isCapital(text, start) ? 1 : 0)
    before = end
  })
  return {
    text,
    terms,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    sentences: Uint16Array.from(sentences),
    capitals: Uint8Array.from(capitals),
  }
}

/** A sentence ends with a mark and a space at least. */
const MIN_GAP = 2

const [A, Z, LAST_ASCII] = ['A'.charCodeAt(0), 'Z'.charCodeAt(0), 127]

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code > LAST_ASCII ? /\p{Lu}/u.test(text[at] ?? '') : code >= A && code <= Z
}

/** Returns whether what stands between two words ends a sentence, by how the next word begins. */
const endsSentence = (gap: string, first: string) =>
  STOP.test(gap) && (OPENING.test(first) || /["“‘(]/u.test(gap))

/** One of the sentences of a text, with whatever stands behind it up to the next; its words are told from the text's start. */
export function sentenceAt({ text, ...read }: TermText, sentence: number): TermText {
  const first = read.sentences.indexOf(sentence)
  if (first < 0) return termTextOf('')
  const next = read.sentences.indexOf(sentence + 1)
  const last = next < 0 ? read.terms.length : next
  return {
    text: text.slice(read.starts[first], next < 0 ? undefined : read.starts[next]),
    terms: read.terms.slice(first, last),
    starts: read.starts.subarray(first, last),
    ends: read.ends.subarray(first, last),
    sentences: read.sentences.subarray(first, last),
    capitals: read.capitals.subarray(first, last),
  }
}
