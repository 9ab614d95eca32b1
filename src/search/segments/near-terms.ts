/** Finds the terms of a dictionary that begin like a word, or are a few letters away from it. */
import { type Dictionary, firstRowFrom, termAt, termCount } from './dictionary.ts'

/** The terms that a word begins, but for itself. */
export function termsWithPrefix(dictionary: Dictionary, prefix: string): string[] {
  const found: string[] = []
  for (let row = firstRowFrom(dictionary, prefix); row < termCount(dictionary); row++) {
    const term = termAt(dictionary, row)
    if (!term.startsWith(prefix)) break
    if (term !== prefix) found.push(term)
  }
  return found
}

/**
 * The terms within an edit distance of a word (Levenshtein: letters put in, left out, replaced), with the distance.
 * Sorted terms are walked as the trie that they are: the rows of the matrix that two terms in a row share are kept,
 * and where no cell of a row is within the distance, all terms that go on from there are passed over.
 */
export function termsWithin(dictionary: Dictionary, word: string, most: number): Map<string, number> {
  const { chars, starts } = dictionary
  const width = word.length + 1
  const matrix = [Uint16Array.from({ length: width }, (_, i) => i)]
  const found = new Map<string, number>()
  const letters: number[] = []
  let row = 0
  while (row < termCount(dictionary)) {
    const [from, to] = [starts[row] as number, starts[row + 1] as number]
    let depth = 0
    while (depth < letters.length && letters[depth] === chars[from + depth] && from + depth < to) depth++
    letters.length = depth
    let isDead = false
    while (from + depth < to && !isDead) {
      const letter = chars[from + depth] as number
      letters.push(letter)
      depth++
      isDead = nextRow(matrix, depth, { word, letter, most }) > most
    }
    const isFar = Math.abs(depth - word.length) > most
    const distance = isFar ? most + 1 : (matrix[depth]?.[width - 1] as number)
    if (!isDead && distance <= most) found.set(termAt(dictionary, row), distance)
    row = isDead ? firstRowBeyond(dictionary, letters, row) : row + 1
    if (isDead) letters.pop()
  }
  return found
}

type Step = { word: string; letter: number; most: number }

/**
 * Fills the row of the matrix for one more letter, and returns the least of its cells. Those further than `most` from
 * the diagonal are too far away whatever they hold; the ones beside the band say so.
 */
function nextRow(matrix: Uint16Array[], depth: number, { word, letter, most }: Step) {
  const above = matrix[depth - 1] as Uint16Array
  matrix[depth] ??= new Uint16Array(above.length)
  const row = matrix[depth]
  const [from, to] = [Math.max(1, depth - most), Math.min(above.length - 1, depth + most)]
  row[from - 1] = from === 1 ? depth : most + 1
  if (to + 1 < row.length) row[to + 1] = most + 1
  let least = row[from - 1] as number
  for (let i = from; i <= to; i++) {
    const replaced = (above[i - 1] as number) + (word.charCodeAt(i - 1) === letter ? 0 : 1)
    const cell = Math.min(replaced, (above[i] as number) + 1, (row[i - 1] as number) + 1)
    row[i] = cell
    if (cell < least) least = cell
  }
  return least
}

/** The first row after one whose term does not begin with these letters. */
function firstRowBeyond(dictionary: Dictionary, letters: number[], row: number): number {
  const { chars, starts } = dictionary
  const begins = (one: number) => {
    const from = starts[one] as number
    return (
      letters.length <= (starts[one + 1] as number) - from &&
      letters.every((letter, i) => chars[from + i] === letter)
    )
  }
  let step = 1
  while (row + step < termCount(dictionary) && begins(row + step)) step *= 2
  let [low, high] = [row + (step >> 1), Math.min(row + step, termCount(dictionary))]
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if (begins(middle)) low = middle
    else high = middle
  }
  return high
}
