// Expands the asked words into the term variants that are searched: compounds, corrections, near terms.
import { inverseDocumentFrequency, type TermFrequencies } from '../index/term-frequencies.ts'
import type { AskedWord } from '../search-index.ts'
import { stopWords } from '../text/stop-words.ts'
import { termOf } from '../text/tokenize.ts'
import { MAX_WORD_CHARS, spellingCorrection, transpositionsOf } from './spelling.ts'

/** One way in which an asked word may stand in a text; `asked` is its index in the query. */
export type TermVariant = {
  asked: number
  /** The terms that must all occur: one, or the two halves of a compound. */
  terms: string[]
  closeness: number
  /** The word occurs nowhere, so near terms match too. */
  fuzzy: boolean
}

/** The closeness of a compound in its other spelling ("hardcore" for "hard core"). */
const COMPOUND_CLOSENESS = 0.95

/** The closeness of a near term where no text has the asked one, and of a spelling correction. */
export const NEAR_TERM_CLOSENESS = 0.7

/** In a question of more words than this, an unknown one is seldom a misspelling, and the others suffice. */
const MAX_WORDS_FOR_CORRECTION = 8

/** The maximum number of unknown words of a question that near terms are looked for: each takes a walk through all terms. */
const MAX_FUZZY_WORDS = 20

/** Terms in more than this share of the documents say too little to be searched for. */
const COMMON_TERM_SHARE = 0.05
/** With fewer documents than this, no term counts as common. */
const SMALL_ARCHIVE_DOCUMENTS = 2_000

/** Returns the variants of the asked words, given the vocabulary and the number of documents. */
export function termVariants(
  words: AskedWord[],
  vocabulary: TermFrequencies,
  documents: number,
): TermVariant[] {
  const lookedUp = lookedUpWords(words, vocabulary, documents)
  let unknown = 0
  return words.flatMap(({ word, term, near = [] }, asked) => {
    if (!lookedUp.has(asked)) return []
    const compounds = compoundsOf(words, asked, vocabulary)
    const asOthers = [
      ...compounds.map((terms) => ({ asked, terms, closeness: COMPOUND_CLOSENESS, fuzzy: false })),
      ...near
        .filter((one) => vocabulary.documentsWith(one.term) > 0)
        .map((one) => ({ asked, terms: [one.term], closeness: one.closeness, fuzzy: false })),
    ]
    if (vocabulary.documentsWith(term))
      return [{ asked, terms: [term], closeness: 1, fuzzy: false }, ...asOthers]
    if (asOthers.length) return asOthers
    const corrected = words.length <= MAX_WORDS_FOR_CORRECTION ? spellingCorrection(word, vocabulary) : null
    const asCorrected =
      corrected === null ? [] : [{ asked, terms: [corrected], closeness: NEAR_TERM_CLOSENESS, fuzzy: false }]
    const asFuzzy = { asked, terms: [term], closeness: 1, fuzzy: true }
    return unknown++ < MAX_FUZZY_WORDS ? [...asCorrected, asFuzzy] : asCorrected
  })
}

/**
 * Returns the words that no text has, not even as two words or as part of one; labels, and stop words with two letters
 * exchanged, do not count.
 */
export const unknownWords = (words: AskedWord[], vocabulary: TermFrequencies): AskedWord[] =>
  words.filter(
    ({ word, term }, asked) =>
      vocabulary.documentsWith(term) === 0 &&
      !word.includes(':') &&
      compoundsOf(words, asked, vocabulary).length === 0 &&
      !isStopWordMistyped(word),
  )

const isStopWordMistyped = (word: string) => transpositionsOf(word).some((one) => stopWords.has(one))

/** So many words that texts have are searched for at most, the rarest, and as many that no text has. */
const MAX_LOOKED_UP = 64

/** Returns the indices of the words to search for: the uncommon ones, and always the two rarest. */
function lookedUpWords(words: AskedWord[], vocabulary: TermFrequencies, documents: number): Set<number> {
  const counts = words.map(({ term }, asked) => ({ asked, count: vocabulary.documentsWith(term) }))
  const common = documents < SMALL_ARCHIVE_DOCUMENTS ? documents : documents * COMMON_TERM_SHARE
  const byRarity = counts.toSorted((a, b) => a.count - b.count)
  const uncommon = byRarity.filter(({ count }) => count <= common)
  const unknown = uncommon.filter(({ count }) => count === 0).slice(0, MAX_LOOKED_UP)
  const known = uncommon.filter(({ count }) => count > 0).slice(0, MAX_LOOKED_UP)
  return new Set([...unknown, ...known, ...byRarity.slice(0, 2)].map(({ asked }) => asked))
}

/** The minimum length of half a compound, in characters; shorter ones make compounds of "into" and "outlaw". */
const MIN_HALF_CHARS = 4

/** Returns the terms of a word in its other spellings: split into two, or joined with its neighbours. */
const compoundsOf = (words: AskedWord[], asked: number, vocabulary: TermFrequencies): string[][] => [
  ...splitCompounds(words[asked]?.word ?? '', vocabulary),
  ...joinedCompounds(words, asked, vocabulary),
]

/** Returns the ways to split a word into two that texts have: "hardcore" as "hard core". */
function splitCompounds(word: string, vocabulary: TermFrequencies): string[][] {
  if (word.length > MAX_WORD_CHARS) return []
  const cuts = Array.from(
    { length: Math.max(0, word.length - 2 * MIN_HALF_CHARS + 1) },
    (_, i) => i + MIN_HALF_CHARS,
  )
  return cuts
    .map((cut) => [termOf(word.slice(0, cut)), termOf(word.slice(cut))])
    .filter((parts) => parts.every((part) => vocabulary.documentsWith(part) > 0))
}

/** Returns a word joined with its neighbours, where texts have that: "hard core" as "hardcore". */
function joinedCompounds(words: AskedWord[], asked: number, vocabulary: TermFrequencies): string[][] {
  const [before, word, after] = [words[asked - 1], words[asked], words[asked + 1]]
  const pairs = [before && word && before.word + word.word, word && after && word.word + after.word]
  return pairs
    .flatMap((pair) => (pair ? [termOf(pair)] : []))
    .filter((term) => vocabulary.documentsWith(term) > 0)
    .map((term) => [term])
}

/**
 * Returns the weight of each asked word. A word that no text has gets the highest, unless it is a stop word with two
 * letters exchanged.
 */
export const termWeights = (words: AskedWord[], vocabulary: TermFrequencies, documents: number) =>
  words.map(({ word, term }) => {
    const withTerm = vocabulary.documentsWith(term)
    return withTerm === 0 && isStopWordMistyped(word) ? 0 : inverseDocumentFrequency(documents, withTerm)
  })
