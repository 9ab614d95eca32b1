// Describes the shape of quoted words: length, letter case and final punctuation.
/** The shape of quoted words: their number in classes, their letter case and their final punctuation. */
export type Shape = {
  length: string
  size: 'short' | 'some' | 'long'
  case: 'capitals' | 'title' | 'sentence' | 'lower'
  ends: string
  /** Longer than nearly all titles. */
  long: boolean
}

const MAX_TITLE_CHARS = 40
const MAX_TITLE_WORDS = 12
/** How many characters are read: more do not change the shape. */
const MAX_SHAPE_CHARS = 400
const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu
const FINAL_PUNCTUATION = /[,.?!:;…-]/
const CAPITAL = /^[\p{Lu}\p{N}]/u
const TITLE_CASE_EXCEPTION = /^(?:of|the|an?|and|in|on|to|for|at|with|by|or|from|vs\.?)$/i

/** Returns the shape of words, from their beginning and their last character. */
export function shapeOf(said: string): Shape {
  const words = said.slice(0, MAX_SHAPE_CHARS).match(WORD) ?? []
  const last = said.at(-1) ?? ''
  return {
    length: lengthOf(words.length),
    size: words.length <= 2 ? 'short' : words.length <= 5 ? 'some' : 'long',
    case: caseOf(words),
    ends: FINAL_PUNCTUATION.test(last) ? last : 'word',
    long: said.length > MAX_TITLE_CHARS,
  }
}

function lengthOf(count: number): string {
  const longest = [3, 5, 8, 14, 29].find((most) => count <= most)
  return count <= 3 ? `${count}` : longest ? `to ${longest}` : '30 on'
}

function caseOf(words: string[]): Shape['case'] {
  if (words.length > 1 && words.every((word) => word === word.toUpperCase())) return 'capitals'
  const titled = words.every((word, i) => CAPITAL.test(word) || (i > 0 && TITLE_CASE_EXCEPTION.test(word)))
  if (titled && words.length <= MAX_TITLE_WORDS) return 'title'
  return CAPITAL.test(words[0] ?? '') ? 'sentence' : 'lower'
}
