import { type TermFrequencies, weightOf } from '../index/vocabulary.ts'
import type { AskedWord } from '../search-index.ts'
import { stopWords } from '../text/stop-words.ts'
import { termOf } from '../text/tokenize.ts'
import { exchangesOf, LONGEST, meantBy } from './spelling.ts'

/** A wording is one way in which an asked word may stand in a text. */
export type Wording = {
  asked: number
  /** The terms that must all stand there: one, or the two halves of a compound. */
  terms: string[]
  closeness: number
  /** The word itself is nowhere: near terms will do. */
  loose: boolean
}

/** A compound written another way ("hardcore" for "hard core") is nearly the word itself. */
const COMPOUND = 0.95

/** What a near term counts beside an asked one that no text has, and one that it may be a slip for. */
export const NEAR = 0.7

/** In a question of more words a strange one is seldom a slip, and the others carry it. */
const FEW = 8

/** Terms in more than this share of the documents tell too little to be worth looking up. */
const COMMON = 0.05
/** In a small archive no term is common. */
const SMALL = 2_000

/** The ways in which the asked words may stand in texts, given the words that the texts have. */
export function wordings(words: AskedWord[], vocabulary: TermFrequencies, documents: number): Wording[] {
  const telling = tellingOf(words, vocabulary, documents)
  return words.flatMap(({ word, term, near = [] }, asked) => {
    const compounds = [...halves(word, vocabulary), ...joined(words, asked, vocabulary)]
    const other = [
      ...compounds.map((terms) => ({ asked, terms, closeness: COMPOUND, loose: false })),
      ...near
        .filter((one) => vocabulary.documentsWith(one.term) > 0)
        .map((one) => ({ asked, terms: [one.term], closeness: one.closeness, loose: false })),
    ]
    if (!telling.has(asked)) return []
    if (vocabulary.documentsWith(term))
      return [{ asked, terms: [term], closeness: 1, loose: false }, ...other]
    if (other.length) return other
    const meant = words.length <= FEW ? meantBy(word, vocabulary) : null
    const slip = meant === null ? [] : [{ asked, terms: [meant], closeness: NEAR, loose: false }]
    return [...slip, { asked, terms: [term], closeness: 1, loose: true }]
  })
}

/** The words worth looking up: the uncommon ones, and always the two rarest. */
function tellingOf(words: AskedWord[], vocabulary: TermFrequencies, documents: number): Set<number> {
  const counts = words.map(({ term }, asked) => ({ asked, count: vocabulary.documentsWith(term) }))
  const common = documents < SMALL ? documents : documents * COMMON
  const rarest = counts.toSorted((a, b) => a.count - b.count).slice(0, 2)
  return new Set([...counts.filter(({ count }) => count <= common), ...rarest].map(({ asked }) => asked))
}

/** The shortest half of a compound: shorter ones make compounds of "into" and "outlaw". */
const HALF = 4

/** "hardcore" as "hard core": the ways to halve a word into two that texts have. */
function halves(word: string, vocabulary: TermFrequencies): string[][] {
  if (word.length > LONGEST) return []
  const cuts = Array.from({ length: Math.max(0, word.length - 2 * HALF + 1) }, (_, i) => i + HALF)
  return cuts
    .map((cut) => [termOf(word.slice(0, cut)), termOf(word.slice(cut))])
    .filter((parts) => parts.every((part) => vocabulary.documentsWith(part) > 0))
}

/** "hard core" as "hardcore": a word and its neighbour in one. */
function joined(words: AskedWord[], asked: number, vocabulary: TermFrequencies): string[][] {
  const [before, word, after] = [words[asked - 1], words[asked], words[asked + 1]]
  const pairs = [before && word && before.word + word.word, word && after && word.word + after.word]
  return pairs
    .flatMap((pair) => (pair ? [termOf(pair)] : []))
    .filter((term) => vocabulary.documentsWith(term) > 0)
    .map((term) => [term])
}

/** How much each asked word tells; one that no text has tells most, unless it is a stop word with two letters exchanged. */
export const weightsOf = (words: AskedWord[], vocabulary: TermFrequencies, documents: number) =>
  words.map(({ word, term }) => {
    const withTerm = vocabulary.documentsWith(term)
    return withTerm === 0 && exchangesOf(word).some((one) => stopWords.has(one))
      ? 0
      : weightOf(documents, withTerm)
  })
