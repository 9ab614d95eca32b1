import type { Span } from '../../archive/article.ts'
import type { Run } from '../marks/runs.ts'
import { cueOf } from './cues.ts'
import { type Token, tokenize } from './tokens.ts'

/** A word is a token outside quotations, or a whole quotation standing as one word of the sentence around it. */
export type Word = Span & {
  text: string
  lower: string
  kind: Token['kind'] | 'quotation'
  run: Run | null
  /** Which paragraph and which sentence of the text it stands in, counted from 0. */
  paragraph: number
  sentence: number
}

const QUOTATION_MARK = /^(?:["“”«»＂]|['‘’`])$/
const STOP = /[.!?…]['’”"]?\s*$/
const SHOUT_OR_QUESTION = /[!?]['’”"]?\s*$/
const CAPITAL = /^[\p{Lu}\p{N}@#]/u
const SAID_CLAUSE = 6

/** The words of the paragraphs given, `runs` (none inside another, in order) standing as one word each. */
export function readWords(text: string, paragraphs: Span[], runs: Run[]): Word[] {
  const words: Word[] = []
  let next = 0
  let sentence = 0
  for (const [paragraph, span] of paragraphs.entries()) {
    const inside: Run[] = []
    for (let run = runs[next]; run && run.start < span.end; run = runs[++next]) inside.push(run)
    const line = lineOf(text, span, inside)
    for (const [i, token] of line.entries()) {
      words.push({ ...token, paragraph, sentence })
      if (i === line.length - 1 || endsSentence(line, i)) sentence++
    }
  }
  return words
}

type Piece = Omit<Word, 'paragraph' | 'sentence'>

function lineOf(text: string, span: Span, runs: Run[]): Piece[] {
  const line: Piece[] = []
  let from = span.start
  for (const run of runs) {
    for (const piece of plain(text, { start: from, end: run.start })) line.push(piece)
    const words = text.slice(run.start, run.end)
    line.push({ start: run.start, end: run.end, text: words, lower: '“”', kind: 'quotation', run })
    from = run.end
  }
  return [...line, ...plain(text, { start: from, end: span.end })]
}

function plain(text: string, span: Span): Piece[] {
  return tokenize(text, span)
    .filter((token) => token.kind !== 'mark' || !QUOTATION_MARK.test(token.text))
    .map((token) => ({ ...token, run: null }))
}

/**
 * Does a sentence end at this word? A full stop, also one inside a quotation, ends it before a capital; a
 * question or a shout inside a quotation does not when a said-clause follows: “Who?” Mayor Pine asked.
 */
function endsSentence(line: Piece[], i: number): boolean {
  const word = line[i] as Piece
  const following = line[i + 1] as Piece
  if (word.kind === 'mark') return /^[.!?…]$/.test(word.text) && startsSentence(following)
  if (word.kind !== 'quotation' || !STOP.test(word.text) || !startsSentence(following)) return false
  return following.kind === 'quotation' || !(SHOUT_OR_QUESTION.test(word.text) && saidClauseAt(line, i + 1))
}

function startsSentence(word: Piece): boolean {
  return word.kind === 'quotation' || CAPITAL.test(word.text)
}

function saidClauseAt(line: Piece[], from: number): boolean {
  for (let i = from; i < Math.min(line.length, from + SAID_CLAUSE); i++) {
    const { kind, lower } = line[i] as Piece
    if (kind === 'mark' || kind === 'quotation') return false
    if (cueOf(lower)?.kind === 'say') return true
  }
  return false
}
