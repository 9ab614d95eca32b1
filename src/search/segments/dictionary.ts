/** The terms of a segment, sorted: which row a term has, and which terms begin like a word or are nearly one. */
import type { Columns } from './layout.ts'

/** Terms in the order of their UTF-16 code units, which is that of `<` on strings. */
export type Dictionary = Columns['terms']

export const termCount = ({ starts }: Dictionary) => starts.length - 1

/** Up to so many letters a term is read letter by letter, which is quicker than to decode it. */
const SHORT = 40

/** The term of a row. */
export function termAt({ chars, starts }: Dictionary, row: number): string {
  const [from, to] = [starts[row] as number, starts[row + 1] as number]
  if (to - from > SHORT)
    return Buffer.from(chars.buffer, chars.byteOffset + 2 * from, 2 * (to - from)).toString('utf16le')
  let term = ''
  for (let i = from; i < to; i++) term += String.fromCharCode(chars[i] as number)
  return term
}

/** The row of a term, or -1. */
export function rowOf(dictionary: Dictionary, term: string): number {
  const row = firstRowFrom(dictionary, term)
  return row < termCount(dictionary) && compare(dictionary, row, term) === 0 ? row : -1
}

/** The first row whose term is not before a term. */
export function firstRowFrom(dictionary: Dictionary, term: string): number {
  let [low, high] = [0, termCount(dictionary)]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(dictionary, middle, term) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function compare({ chars, starts }: Dictionary, row: number, term: string): number {
  const [from, to] = [starts[row] as number, starts[row + 1] as number]
  const shared = Math.min(to - from, term.length)
  for (let i = 0; i < shared; i++) {
    const difference = (chars[from + i] as number) - term.charCodeAt(i)
    if (difference !== 0) return difference
  }
  return to - from - term.length
}

/** The columns of sorted, distinct terms. */
export function dictionaryOf(sorted: string[]): Dictionary {
  const starts = new Uint32Array(sorted.length + 1)
  for (const [i, term] of sorted.entries()) starts[i + 1] = (starts[i] as number) + term.length
  const chars = new Uint16Array(starts[sorted.length] as number)
  for (const [i, term] of sorted.entries())
    for (let k = 0; k < term.length; k++) chars[(starts[i] as number) + k] = term.charCodeAt(k)
  return { chars, starts }
}

/** The order of `<`, for `toSorted`: locale does not count. */
export const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
