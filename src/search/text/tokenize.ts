// Splits text into tokens: words with their span, folded form and index term.
import { stemmer } from 'stemmer'
import type { Span } from '../../archive/article.ts'
import { baseFormOf } from './base-forms.ts'
import { scanWords } from './scan-words.ts'
import { stopWords } from './stop-words.ts'
import { openWordTable } from './word-table.ts'

/**
 * One word of a text: its span, the word without typography ("Landry’s" -> "landry"), and its index term ("deported"
 * -> "deport").
 */
export type Token = Span & { word: string; term: string; stop: boolean }

/** A letter of a script that puts no spaces between words; each is a token of its own. */
const SPACELESS =
  /(?=[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}])\p{L}\p{M}*/u
const SPACELESS_OR_REST = new RegExp(`${SPACELESS.source}|(?:(?!${SPACELESS.source}).)+`, 'gsu')

const HYPHEN = /^[-‐‑]$/u

/** Returns the tokens of a text, in its order. Both the index and questions use it, so that they agree. */
export function tokens(text: string): Token[] {
  const isAllCaps = !/\p{Ll}/u.test(text)
  const found: Token[] = []
  eachWord(text, ({ word, term, stop, isInitials }, start, end) =>
    found.push({ start, end, word, term, stop: stop && (isAllCaps || !isInitials) }),
  )
  return found
}

/** Calls back with each word of a text in its order, in its forms, and with its start and end in UTF-16 code units. */
export function eachWord(
  text: string,
  found: (forms: WordForms, start: number, end: number) => void,
  offset = 0,
): void {
  scanWords(text, (start, end) => {
    const forms = formsOf(text, start, end)
    if (!forms.isSpaceless) {
      if (forms.word) found(forms, offset + start, offset + end)
      return
    }
    for (const { 0: part, index } of text.slice(start, end).matchAll(SPACELESS_OR_REST)) {
      const from = offset + start + index
      if (!SPACELESS.test(part)) eachWord(part, found, from)
      else {
        const letter = formsOfWord(part)
        if (letter.word) found(letter, from, from + part.length)
      }
    }
  })
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

/**
 * A written word folded and as a term; whether it is a stop word, initials ("US"), or has letters of a script without
 * spaces.
 */
export type WordForms = {
  word: string
  term: string
  stop: boolean
  isInitials: boolean
  isSpaceless: boolean
}

function formsOfWord(raw: string): WordForms {
  const word = fold(raw)
  return {
    word,
    term: termOf(word),
    stop: stopWords.has(word),
    isInitials: isInitials(raw),
    isSpaceless: SPACELESS.test(raw),
  }
}

/** Most words of a text repeat. */
const formsOf = openWordTable(formsOfWord)
