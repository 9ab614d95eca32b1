import { stemmer } from 'stemmer'
import type { Span } from '../../archive/article.ts'
import { baseForms } from './irregular-forms.ts'
import { stopWords } from './stop-words.ts'

/**
 * A token is one word of a text: where it stands, the word without its typography ("Landry’s" -> "landry"),
 * and the term that the index knows it by ("deported" -> "deport").
 */
export type Token = Span & { word: string; term: string; stop: boolean }

/** Numbers with their commas and points, dotted abbreviations, and words with apostrophes inside them. */
const WORD =
  /\p{N}+(?:[.,]\p{N}+)*\p{L}*|(?:\p{L}\.){2,}\p{L}?|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ`][\p{L}\p{M}\p{N}]+)*/gu

const HYPHEN = /^[-‐‑]$/u

/** The tokens of a text, in its order; index and question both go through here, so that they agree. */
export function tokens(text: string): Token[] {
  const shouts = !/\p{Ll}/u.test(text)
  const found: Token[] = []
  for (const { 0: raw, index: start } of text.matchAll(WORD)) {
    const { word, term, stop } = readWord(raw)
    if (!word) continue
    found.push({ start, end: start + raw.length, word, term, stop: stop && (shouts || !isInitials(raw)) })
  }
  return found
}

/** The terms that a text is found by: those of its words, and of its compounds in one word ("hard-core"). */
export function terms(text: string): string[] {
  const all = tokens(text)
  return [...all.map(({ term }) => term), ...compounds(text, all)]
}

/** The terms of two words that a hyphen joins, written as one. */
function compounds(text: string, all: Token[]): string[] {
  const joined: string[] = []
  for (const [i, token] of all.entries()) {
    const next = all[i + 1]
    if (next && HYPHEN.test(text.slice(token.end, next.start))) joined.push(termOf(token.word + next.word))
  }
  return joined
}

/** A word without case, diacritics, apostrophes, possessive, thousands commas and abbreviation points. */
export function fold(raw: string): string {
  const plain = raw.replace(/['’ʼ`]s$/iu, '')
  const points = /^\p{N}/u.test(plain) ? /[\p{M}',’ʼ`]/gu : /[\p{M}'’ʼ`.]/gu
  return plain
    .normalize('NFKD')
    .toLowerCase()
    .replace(points, '')
    .replace(/[øßłæœđð]/gu, (letter) => LETTERS[letter] ?? letter)
}

/** Letters that Unicode does not take apart. */
const LETTERS: Record<string, string> = { ø: 'o', ß: 'ss', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd' }

/** "US" and "U.S." are a country, "us" is not. */
const isInitials = (raw: string) => /^(?:\p{Lu}\.?){2,}$/u.test(raw)

/** The term of a folded word: its irregular form undone ("gave" -> "give"), its English endings cut. */
export const termOf = (word: string) => stemmer(baseForms.get(word) ?? word)

type Read = { word: string; term: string; stop: boolean }

/** Words read before: most words of a text are. */
const known = new Map<string, Read>()
const KNOWN = 100_000

function readWord(raw: string): Read {
  const before = known.get(raw)
  if (before) return before
  const word = fold(raw)
  const read = { word, term: termOf(word), stop: stopWords.has(word) }
  if (known.size < KNOWN) known.set(raw, read)
  return read
}
