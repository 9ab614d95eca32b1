// Splits text into tokens: words with their span, folded form and index term.
import { stemmer } from 'stemmer'
import type { Span } from '../../archive/article.ts'
import { baseFormOf } from './base-forms.ts'
import { stopWords } from './stop-words.ts'

/**
 * One word of a text: its span, the word without typography ("Landry’s" -> "landry"), and its index term ("deported"
 * -> "deport").
 */
export type Token = Span & { word: string; term: string; stop: boolean }

/**
 * Numbers with their commas and points, dotted abbreviations, and words with apostrophes inside them, in whatever way
 * these are written, and with characters that show nothing: NUL, soft hyphens, joiners.
 */
const WORD =
  /\p{N}+(?:[.,]\p{N}+)*\p{L}*|(?:\p{L}\.){2,}\p{L}?|[\p{L}\p{N}][\p{L}\p{M}\p{N}\0\u00ad\u200c-\u200d\u2060\ufeff]*(?:['’‘ʼ`´][\p{L}\p{M}\p{N}]+)*/gu

/** A letter of a script that puts no spaces between words; each is a token of its own. */
const SPACELESS =
  /(?=[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}])\p{L}\p{M}*/u
const SPACELESS_OR_REST = new RegExp(`${SPACELESS.source}|(?:(?!${SPACELESS.source}).)+`, 'gsu')

const HYPHEN = /^[-‐‑]$/u

/** Returns the tokens of a text, in its order. Both the index and questions use it, so that they agree. */
export function tokens(text: string): Token[] {
  const isAllCaps = !/\p{Ll}/u.test(text)
  const found: Token[] = []
  for (const { raw, start } of wordsIn(text)) {
    const { word, term, stop } = readWord(raw)
    if (!word) continue
    found.push({ start, end: start + raw.length, word, term, stop: stop && (isAllCaps || !isInitials(raw)) })
  }
  return found
}

/** Yields the words of a text as they are written; of a script without spaces, each letter. */
function* wordsIn(text: string, offset = 0): Generator<{ raw: string; start: number }> {
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const start = offset + index
    if (!SPACELESS.test(raw)) yield { raw, start }
    else
      for (const part of raw.matchAll(SPACELESS_OR_REST))
        if (SPACELESS.test(part[0])) yield { raw: part[0], start: start + part.index }
        else yield* wordsIn(part[0], start + part.index)
  }
}

/**
 * Returns the terms that a text is found by: those of its words, and of its hyphenated compounds as one word
 * ("hard-core").
 */
export function terms(text: string): string[] {
  const all = tokens(text)
  return [...all.map(({ term }) => term), ...compounds(text, all)]
}

/** Returns the terms of two words joined by a hyphen, written as one. */
function compounds(text: string, all: Token[]): string[] {
  const joined: string[] = []
  for (const [i, token] of all.entries()) {
    const next = all[i + 1]
    if (next && HYPHEN.test(text.slice(token.end, next.start))) joined.push(termOf(token.word + next.word))
  }
  return joined
}

/** Returns a word without case, diacritics, apostrophes, possessive, thousands commas and abbreviation points. */
export function fold(raw: string): string {
  const plain = raw.replace(/['’‘ʼ`´]s$/iu, '')
  const points = /^\p{N}/u.test(plain) ? /[\p{M}\p{Cf}\0',’‘ʼ`´]/gu : /[\p{M}\p{Cf}\0'’‘ʼ`´.]/gu
  return plain
    .normalize('NFKD')
    .toLowerCase()
    .replace(points, '')
    .replace(/[øßłæœđð]/gu, (letter) => LETTER_FOLDS[letter] ?? letter)
}

/** Letters that Unicode does not decompose. */
const LETTER_FOLDS: Record<string, string> = { ø: 'o', ß: 'ss', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd' }

/** Returns whether a word is initials: "US" and "U.S." are a country, "us" is not. */
const isInitials = (raw: string) => /^(?:\p{Lu}\.?){2,}$/u.test(raw)

/** Returns the term of a folded word: its irregular form undone ("gave" -> "give"), its English endings cut. */
export const termOf = (word: string) => stemmer(baseFormOf(word))

type WordForms = { word: string; term: string; stop: boolean }

/** Forms of words seen before, as most words of a text repeat. */
const cachedForms = new Map<string, WordForms>()
const MAX_CACHED_WORDS = 100_000

function readWord(raw: string): WordForms {
  const before = cachedForms.get(raw)
  if (before) return before
  const word = fold(raw)
  const read = { word, term: termOf(word), stop: stopWords.has(word) }
  if (cachedForms.size < MAX_CACHED_WORDS) cachedForms.set(raw, read)
  return read
}
