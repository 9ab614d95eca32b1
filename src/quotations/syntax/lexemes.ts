// Tells what a word’s letters say to the tagger and the parser, as numbers.
/** A lexeme is what a word's letters alone tell a tagger and a parser, as numbers to be hashed. */
export type Lexeme = {
  word: number
  prefix1: number
  prefix3: number
  suffix1: number
  suffix2: number
  suffix3: number
  suffix4: number
  shape: number
  /** Which words it is used like, from texts without labels; 0 when unknown. */
  cluster: number
  /** How often it has a capital within a sentence there: 1 never, 4 always, 0 when unknown. */
  capital: number
}

/** Where a word's use has the level of its capital, above its cluster. */
export const CAPITAL_SHIFT = 9
const CLUSTER = (1 << CAPITAL_SHIFT) - 1

/** What stands before a sentence's first word and after its last. */
export const EDGE_LEXEME: Lexeme = {
  word: 1,
  prefix1: 1,
  prefix3: 1,
  suffix1: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  shape: 512,
  cluster: 9999,
  capital: 9,
}

/** So many different words are remembered; a longer text starts over. */
const REMEMBERED = 60_000
const remembered = new Map<string, Lexeme>()

/** The lexeme of a word as written. */
export function lexemeOf(text: string, uses: ReadonlyMap<number, number>): Lexeme {
  const known = remembered.get(text)
  if (known) return known
  if (remembered.size >= REMEMBERED) remembered.clear()
  const lexeme = readLexeme(text, uses)
  remembered.set(text, lexeme)
  return lexeme
}

export function readLexeme(text: string, uses: ReadonlyMap<number, number>): Lexeme {
  const lower = text.toLowerCase().replaceAll('’', "'").replace(/\d/g, '0')
  const word = hashOf(lower)
  const use = uses.get(word) ?? 0
  return {
    word,
    prefix1: hashOf(lower.slice(0, 1)),
    prefix3: hashOf(lower.slice(0, 3)),
    suffix1: hashOf(lower.slice(-1)),
    suffix2: hashOf(lower.slice(-2)),
    suffix3: hashOf(lower.slice(-3)),
    suffix4: hashOf(lower.slice(-4)),
    shape: shapeOf(text),
    cluster: use & CLUSTER,
    capital: use >> CAPITAL_SHIFT,
  }
}

/** FNV-1a over UTF-16 code units, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

const UPPER = /\p{Lu}/u
const LOWER = /\p{Ll}/u
const DIGIT = /\d/

/** Capitals, digits, hyphens and stops, as bits: 1 starts with a capital, 2 has another, 4 has small letters, … */
function shapeOf(text: string): number {
  return (
    (/^[@#]?\p{Lu}/u.test(text) ? 1 : 0) |
    (UPPER.test(text.slice(1)) ? 2 : 0) |
    (LOWER.test(text) ? 4 : 0) |
    (DIGIT.test(text) ? 8 : 0) |
    (/\p{L}-/u.test(text) ? 16 : 0) |
    (/\p{L}\.$/u.test(text) ? 32 : 0) |
    (text.length === 1 ? 64 : 0)
  )
}
