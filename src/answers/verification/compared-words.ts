// Splits texts into words as they are compared: without typography, with the signs and units of numbers.
import { isWithin, type Span } from '../../archive/article.ts'
import { type Token, tokens } from '../../search/text/tokenize.ts'
import { numeralIn } from './numerals.ts'

/**
 * A word as written (`text`), as compared (`word`), and where it stands. A number with its sign and unit is one word, and
 * so are initials. `hyphen`: a hyphen joins it to the next word. `inserted`: it stands in square brackets, as an editor's
 * insertions do.
 */
export type ComparedWord = Span & {
  text: string
  word: string
  stop: boolean
  hyphen: boolean
  inserted: boolean
}

/**
 * Returns the words of a text as they are compared: apostrophes, points of abbreviations, commas of numbers, "%" for
 * "percent", and whether a number is in digits or in words make no difference. "[T]he" is one word, "[sic]" is none.
 * Scripts without spaces are compared by letters. `offset` is added to all positions.
 */
export function comparedWords(text: string, offset = 0): ComparedWord[] {
  const all = tokensOf(text)
  const brackets = [...text.matchAll(BRACKETED)].map(({ 0: raw, index }) => ({
    start: index,
    end: index + raw.length,
    isSic: SIC.test(raw),
  }))
  const found: ComparedWord[] = []
  for (let i = 0; i < all.length; ) {
    const { length, ...read } = wordAt(text, all, i)
    const bracket = brackets.find((one) => isWithin(read, one))
    const next = all[i + length]
    const hyphen = next !== undefined && HYPHEN.test(text.slice(read.end, next.start))
    const span = { start: offset + read.start, end: offset + read.end }
    if (!bracket?.isSic) found.push({ ...read, ...span, hyphen, inserted: bracket !== undefined })
    i += length
  }
  return found
}

/** Returns the tokens of a text, with each "&" between spaces as one. */
function tokensOf(text: string): Token[] {
  const ampersands = [...text.matchAll(/(?<=\s)&(?=\s)/gu)].map(
    ({ index }): Token => ({ start: index, end: index + 1, word: 'and', term: 'and', stop: true }),
  )
  const all = tokens(text)
  return ampersands.length ? [...all, ...ampersands].toSorted((a, b) => a.start - b.start) : all
}

/** Words in brackets, but for a single letter of a word ("[T]he"). */
const BRACKETED = /\[[^[\]]{2,}\](?!\p{L})/gu
const SIC = /^\[sic\.?\]$/iu
const HYPHEN = /^[-‐‑]$/u

type WordAt = Omit<ComparedWord, 'hyphen' | 'inserted'> & { length: number }

/** Returns the word that begins at a token, and of how many tokens it is. */
function wordAt(text: string, all: Token[], i: number): WordAt {
  const number = numberAt(text, all, i)
  if (number) return number
  const first = all[i] as Token
  const length = initialsAt(text, all, i) || (isSplitByBracket(text, first, all[i + 1]) ? 2 : 1)
  const span = { start: first.start, end: (all[i + length - 1] as Token).end }
  const raw = text.slice(span.start, span.end)
  return { ...span, text: raw, word: normalizedWord(raw), stop: first.stop, length }
}

/** Returns whether only a bracket separates a word from the rest of it ("[T]he"). */
const isSplitByBracket = (text: string, first: Token, rest?: Token) =>
  rest !== undefined && text.slice(first.end, rest.start) === ']'

const normalizedWord = (raw: string) =>
  raw
    .replace(/[‘’ʼ`´]/gu, "'")
    .normalize('NFKC')
    .replace(/^&$/u, 'and')
    .replace(/[\p{Cf}\0\s\]]|,(?=\p{N}{3})|\.(?=\s*\p{L}|$)/gu, '')

/** Returns how many tokens of initials begin at one ("J. R."); 0 for fewer than two. */
function initialsAt(text: string, all: Token[], i: number): number {
  let length = 0
  for (let one = all[i]; one && INITIAL.test(text.slice(one.start, one.end + 1)); one = all[i + length]) {
    const last = all[i + length - 1]
    if (length > 0 && last && !/^\.\s?$/u.test(text.slice(last.end, one.start))) break
    length++
  }
  return length > 1 ? length : 0
}

const INITIAL = /^\p{Lu}\.$/u

/** The maximum number of words in a number. */
const MAX_NUMERAL_WORDS = 20

/** A sign, a currency, or both, before a number; a hyphen after a letter or a number is no sign. */
const BEFORE_NUMBER = /(?:(?<![\p{L}\p{N}\p{Pe}.,])[-−–‒+±~≈<>≤≥])?\p{Sc}?(?:(?<=\p{Sc})[-−–‒])?$/u
const AFTER_NUMBER = /^[\s\u00a0\u202f]?(?:[%‰°]|\p{Sc}(?!\p{N}))/u
const MAX_SIGN_CHARS = 4

/** Returns the number that begins at a token, with its sign and unit: "−0.3%", "$3.2 million"; null where none does. */
function numberAt(text: string, all: Token[], i: number): WordAt | null {
  const first = all[i] as Token
  const numeral = numeralIn(all.slice(i, i + MAX_NUMERAL_WORDS).map(({ word }) => word))
  if (!numeral && !/^\p{N}/u.test(text.slice(first.start, first.end))) return null
  const count = numeral?.length ?? 1
  const last = all[i + count - 1] as Token
  const before =
    BEFORE_NUMBER.exec(text.slice(Math.max(0, first.start - MAX_SIGN_CHARS), first.start))?.[0] ?? ''
  const after = AFTER_NUMBER.exec(text.slice(last.end))?.[0] ?? ''
  const percent = after ? 0 : percentAt(all, i + count)
  const end = percent ? (all[i + count + percent - 1] as Token).end : last.end + after.length
  const start = first.start - before.length
  const digits = numeral?.digits ?? normalizedWord(text.slice(first.start, last.end))
  const unit = percent ? '%' : after.trim()
  return {
    ...{ start, end, text: text.slice(start, end), stop: first.stop },
    ...{ word: before.replace(/[−–‒]/gu, '-') + digits + unit, length: count + percent },
  }
}

/** Returns how many tokens at a place say "percent". */
function percentAt(all: Token[], i: number): number {
  if (all[i]?.word === 'percent') return 1
  return all[i]?.word === 'per' && all[i + 1]?.word === 'cent' ? 2 : 0
}

/**
 * Returns words with those that a hyphen joins made one where the other text has them as one: "sea-sick" for "seasick".
 */
export function joinCompounds(words: ComparedWord[], others: ComparedWord[]): ComparedWord[] {
  if (!words.some(({ hyphen }) => hyphen)) return words
  const known = new Set(others.map(({ word }) => word.toLowerCase()))
  const joined: ComparedWord[] = []
  for (let i = 0; i < words.length; i++) {
    const [one, next] = [words[i] as ComparedWord, words[i + 1]]
    const isOne = one.hyphen && next && known.has((one.word + next.word).toLowerCase())
    joined.push(isOne ? joinWords(one, next) : one)
    if (isOne) i++
  }
  return joined
}

const joinWords = (one: ComparedWord, next: ComparedWord): ComparedWord => ({
  ...next,
  start: one.start,
  text: `${one.text}-${next.text}`,
  word: one.word + next.word,
  stop: false,
})
