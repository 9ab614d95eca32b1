// Reads paragraphs as sentences of words in which each quotation is one word.
import type { Span } from '../../archive/article.ts'
import type { Run } from '../marks/run.ts'
import { cueOf } from './cues.ts'
import { type Token, tokenize } from './tokens.ts'

/** A word is a token outside quotations, or a whole quotation that counts as one word of its sentence. */
export type Word = Span & {
  text: string
  lower: string
  kind: Token['kind'] | 'quotation'
  run: Run | null
  /** The indices of its paragraph and its sentence in the text, from 0. */
  paragraph: number
  sentence: number
}

const QUOTATION_MARK = /^(?:["“”«»＂]|['‘’`])$/
const ENDS_SENTENCE = /[.!?…]['’”"]?\s*$/
const ENDS_EXCLAMATION_OR_QUESTION = /[!?]['’”"]?\s*$/
const CAPITAL_OR_TAG = /^[\p{Lu}\p{N}@#]/u
/** How many words after a quotation are searched for a verb of saying. */
const MAX_SAID_CLAUSE_WORDS = 6

/** Returns the words of paragraphs; `runs` (sorted, none inside another) are one word each. */
export function readWords(text: string, paragraphs: Span[], runs: Run[]): Word[] {
  const words: Word[] = []
  let next = 0
  let sentence = 0
  for (const [paragraph, span] of paragraphs.entries()) {
    const inside: Run[] = []
    for (let run = runs[next]; run && run.start < span.end; run = runs[++next]) inside.push(run)
    const line = wordsOf(text, span, inside)
    for (const [i, token] of line.entries()) {
      words.push({ ...token, paragraph, sentence })
      if (i === line.length - 1 || endsSentence(line, i)) sentence++
    }
  }
  return words
}

type UnplacedWord = Omit<Word, 'paragraph' | 'sentence'>

function wordsOf(text: string, span: Span, runs: Run[]): UnplacedWord[] {
  const line: UnplacedWord[] = []
  let from = span.start
  for (const run of runs) {
    for (const word of unquotedWords(text, { start: from, end: run.start })) line.push(word)
    const words = text.slice(run.start, run.end)
    line.push({ start: run.start, end: run.end, text: words, lower: '“”', kind: 'quotation', run })
    from = run.end
  }
  return [...line, ...unquotedWords(text, { start: from, end: span.end })]
}

function unquotedWords(text: string, span: Span): UnplacedWord[] {
  return tokenize(text, span)
    .filter((token) => token.kind !== 'mark' || !QUOTATION_MARK.test(token.text))
    .map((token) => ({ ...token, run: null }))
}

/**
 * Whether a sentence ends at this word. A full stop, also one inside a quotation, ends it before a capital. A question
 * mark or exclamation mark inside a quotation does not when a said-clause follows: “Who?” Mayor Pine asked.
 */
function endsSentence(line: UnplacedWord[], i: number): boolean {
  const word = line[i] as UnplacedWord
  const following = line[i + 1] as UnplacedWord
  if (word.kind === 'mark') return /^[.!?…]$/.test(word.text) && startsSentence(following)
  if (word.kind !== 'quotation' || !ENDS_SENTENCE.test(word.text) || !startsSentence(following)) return false
  return (
    following.kind === 'quotation' ||
    !(ENDS_EXCLAMATION_OR_QUESTION.test(word.text) && saidClauseAt(line, i + 1))
  )
}

function startsSentence(word: UnplacedWord): boolean {
  return word.kind === 'quotation' || CAPITAL_OR_TAG.test(word.text)
}

function saidClauseAt(line: UnplacedWord[], from: number): boolean {
  for (let i = from; i < Math.min(line.length, from + MAX_SAID_CLAUSE_WORDS); i++) {
    const { kind, lower } = line[i] as UnplacedWord
    if (kind === 'mark' || kind === 'quotation') return false
    if (cueOf(lower)?.kind === 'say') return true
  }
  return false
}
