// Splits a text into words, possessive endings and punctuation marks.
import type { Span } from '../../archive/article.ts'
import { ABBREVIATIONS } from '../../language/abbreviations.ts'

/**
 * A token is one word, possessive ending or punctuation mark; `lower` is in lower case, with straight apostrophes.
 */
export type Token = Span & {
  text: string
  lower: string
  kind: 'word' | 'possessive' | 'mark'
}

const POSSESSIVE = /['’]s(?![\p{L}\p{N}])|['’](?![\p{L}\p{N}'’])/uy
const ABBREVIATION = new RegExp(
  String.raw`(?:[DRI]-(?:\p{Lu}\.)+|(?:\p{L}\.){2,}|\p{Lu}\.(?=\s+\p{Lu})|(?:${ABBREVIATIONS.join('|')})\.)`,
  'uy',
)
const WEB_ADDRESS = /(?:https?:\/\/|www\.|pic\.twitter)[^\s<>"“”]{1,200}/iuy
const WORD_TOKEN =
  /[@#]?(?:[\p{L}\p{N}\p{M}_]|(?<=[ÂÃ])[\u0080-\u00bf])+(?:[’'](?!s(?![\p{L}\p{N}]))[\p{L}]+|[-‐‑&][\p{L}\p{N}]+|[.,:](?=\p{N})\p{N}+)*/uy
const WHITE_SPACE = /[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/uy

/**
 * Returns the tokens of a text from `start` to `end`, with UTF-16 offsets into the whole text. The possessive ending is
 * a separate token; an abbreviation keeps its full stop, so that it does not end a sentence.
 */
export function tokenize(text: string, { start, end }: Span = { start: 0, end: text.length }): Token[] {
  const tokens: Token[] = []
  let at = start
  while (at < end) {
    at = skipGap(text, at)
    if (at >= end) break
    const token = tokenAt(text, at, tokens.at(-1))
    if (token.end > end) token.end = end
    tokens.push(token)
    at = token.end
  }
  return tokens
}

function skipGap(text: string, at: number): number {
  WHITE_SPACE.lastIndex = at
  return WHITE_SPACE.test(text) ? WHITE_SPACE.lastIndex : at
}

function tokenAt(text: string, start: number, before: Token | undefined): Token {
  const isAdjacent = before?.kind === 'word' && before.end === start
  if (isAdjacent && matchEnd(POSSESSIVE, text, start))
    return token(text, start, POSSESSIVE.lastIndex, 'possessive')
  if (matchEnd(ABBREVIATION, text, start)) return token(text, start, ABBREVIATION.lastIndex, 'word')
  if (matchEnd(WEB_ADDRESS, text, start)) return token(text, start, WEB_ADDRESS.lastIndex, 'mark')
  if (matchEnd(WORD_TOKEN, text, start)) return token(text, start, WORD_TOKEN.lastIndex, 'word')
  return token(text, start, start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1), 'mark')
}

function matchEnd(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function token(text: string, start: number, end: number, kind: Token['kind']): Token {
  const slice = text.slice(start, end)
  return { start, end, text: slice, lower: slice.toLowerCase().replace(/’/g, "'"), kind }
}
