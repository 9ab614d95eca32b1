/** The shape of quoted words: how many they are, in what case, and the stop that they end with. */
export type Shape = {
  length: string
  size: 'short' | 'some' | 'long'
  case: 'capitals' | 'title' | 'sentence' | 'lower'
  ends: string
  /** Longer than any title is, but for a few. */
  long: boolean
}

const TITLE_LENGTH = 40
const TITLE_WORDS = 12
/** Characters past which nothing tells more. */
const ENOUGH = 400
const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu
const STOP = /[,.?!:;…-]/
const CAPITAL = /^[\p{Lu}\p{N}]/u
const MINOR = /^(?:of|the|an?|and|in|on|to|for|at|with|by|or|from|vs\.?)$/i

/** The shape of some words, told from their beginning and their last character. */
export function shapeOf(said: string): Shape {
  const words = said.slice(0, ENOUGH).match(WORD) ?? []
  const last = said.at(-1) ?? ''
  return {
    length: lengthOf(words.length),
    size: words.length <= 2 ? 'short' : words.length <= 5 ? 'some' : 'long',
    case: caseOf(words),
    ends: STOP.test(last) ? last : 'word',
    long: said.length > TITLE_LENGTH,
  }
}

function lengthOf(count: number): string {
  const longest = [3, 5, 8, 14, 29].find((most) => count <= most)
  return count <= 3 ? `${count}` : longest ? `to ${longest}` : '30 on'
}

function caseOf(words: string[]): Shape['case'] {
  if (words.length > 1 && words.every((word) => word === word.toUpperCase())) return 'capitals'
  const titled = words.every((word, i) => CAPITAL.test(word) || (i > 0 && MINOR.test(word)))
  if (titled && words.length <= TITLE_WORDS) return 'title'
  return CAPITAL.test(words[0] ?? '') ? 'sentence' : 'lower'
}
