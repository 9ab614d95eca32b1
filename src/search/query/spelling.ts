// Corrects a word that no text has to the most frequent one that is a single edit away.
import { distance } from 'fastest-levenshtein'
import type { TermFrequencies } from '../index/term-frequencies.ts'
import { stopWords } from '../text/stop-words.ts'
import { termOf } from '../text/tokenize.ts'

/**
 * Returns the term that an unknown word most likely stands for: the most frequent of the known terms one edit away;
 * null where there is none.
 */
export function spellingCorrection(word: string, { documentsWith }: TermFrequencies): string | null {
  if (!isCorrectable(word)) return null
  const known = editsOf(word)
    .filter((one) => !stopWords.has(one))
    .map(termOf)
    .filter((term) => documentsWith(term) > 0 && mayStandFor(word, term))
  return known.toSorted((a, b) => documentsWith(b) - documentsWith(a))[0] ?? null
}

/** The letters that an edit may insert; words are folded already. */
const EDIT_LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/**
 * Returns the words one edit away: an insertion, deletion, substitution or transposition. Four in five misspellings
 * are one such edit away from the word (Damerau, "A technique for computer detection and correction of spelling
 * errors", 1964). Some fifty words for each letter.
 */
function editsOf(word: string): string[] {
  return Array.from({ length: word.length + 1 }, (_, i) => {
    const [before, after] = [word.slice(0, i), word.slice(i)]
    const [first] = after
    const without = before + after.slice(1)
    const replaced = EDIT_LETTERS.map((letter) => before + letter + after.slice(1))
    const inserted = EDIT_LETTERS.map((letter) => before + letter + after)
    return [without, ...inserted, ...(first ? replaced : [])]
  })
    .flat()
    .concat(transpositionsOf(word))
}

/** Returns a word with each pair of adjacent letters exchanged. */
export const transpositionsOf = (word: string): string[] =>
  Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
  )

/** Longer words are not corrected or split. */
export const MAX_WORD_CHARS = 40

/**
 * Returns whether a word may be corrected: a short one, a number, a date or the label of one may not. Time and memory
 * for near terms grow with the square of a term's length.
 */
export const isCorrectable = (word: string) =>
  word.length >= 4 && word.length <= MAX_WORD_CHARS && !/\p{N}/u.test(word)

/** How many letters of a term near a word may be others: a share of the word's, and at most so many. */
const MAX_EDIT_SHARE = 0.2
const MAX_EDITS = 6

/** The edit distance within which a term may be near a word: 0 where the word may not be corrected. */
export const maxEditsOf = (word: string) =>
  isCorrectable(word) ? Math.min(MAX_EDITS, Math.round(word.length * MAX_EDIT_SHARE)) : 0

/** In a word of fewer letters than this, the first letter is not corrected: "bake" is not "lake". */
const MIN_LETTERS_FOR_FIRST = 6
/** In a word of fewer letters than this, no second letter is corrected: "bake" is neither "bank" nor "back". */
const MIN_LETTERS_FOR_SECOND = 5

/** Returns whether an unknown word may stand for a term near it: as its beginning, or as a misspelling. */
export function mayStandFor(word: string, term: string): boolean {
  if (term.startsWith(word) || word.length >= MIN_LETTERS_FOR_FIRST) return true
  if (word[0] !== term[0]) return false
  const isOneEdit = () => distance(word, term) <= 1 || transpositionsOf(word).includes(term)
  return word.length >= MIN_LETTERS_FOR_SECOND || isOneEdit()
}
