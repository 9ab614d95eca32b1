import type { TermFrequencies } from '../index/vocabulary.ts'
import { stopWords } from '../text/stop-words.ts'
import { termOf } from '../text/tokenize.ts'

/**
 * The term that a word which no text has is meant for, most likely: of the words that it may be a slip for, the
 * commonest in the texts; null where they have none.
 */
export function meantBy(word: string, { documentsWith }: TermFrequencies): string | null {
  if (!isSpelled(word)) return null
  const known = slipsOf(word)
    .filter((one) => !stopWords.has(one))
    .map(termOf)
    .filter((term) => documentsWith(term) > 0)
  return known.toSorted((a, b) => documentsWith(b) - documentsWith(a))[0] ?? null
}

/** The letters that a slip may put into a word; words come here folded. */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/**
 * The words that a word may be a slip for: with a letter more, one less, another one, or two exchanged. Four in five
 * misspellings are one such slip away from the word (Damerau, "A technique for computer detection and correction of
 * spelling errors", 1964). Some fifty words for each letter.
 */
function slipsOf(word: string): string[] {
  return Array.from({ length: word.length + 1 }, (_, i) => {
    const [before, after] = [word.slice(0, i), word.slice(i)]
    const [first] = after
    const without = before + after.slice(1)
    const replaced = LETTERS.map((letter) => before + letter + after.slice(1))
    const inserted = LETTERS.map((letter) => before + letter + after)
    return [without, ...inserted, ...(first ? replaced : [])]
  })
    .flat()
    .concat(exchangesOf(word))
}

/** A word with two letters that stand side by side exchanged, in every way. */
export const exchangesOf = (word: string): string[] =>
  Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
  )

/** What is longer is no word. */
export const LONGEST = 40

/**
 * Whether a word may be misspelled. A short one must be right, and so must a number, a date, or the label of one. Time
 * and memory for near terms grow with the square of a term's length.
 */
export const isSpelled = (word: string) => word.length >= 4 && word.length <= LONGEST && !/\p{N}/u.test(word)
