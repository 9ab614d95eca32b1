// Finds the quotations that people pasted into chat messages, marked or not.
import { IN_DOUBLE_MARKS_ON_LINE } from '../../language/quotation-marks.ts'
import { tokens } from '../../search/text/tokenize.ts'

/** Lines set off with `>`, as people mark quotations in chat. */
const BLOCK_QUOTE = /(?:^>[^\n]*(?:\n|$))+/gmu

/** Fewer words than this in marks are a term or a title. */
const MIN_MARKED_WORDS = 4

/** Fewer words than this without marks are not taken for a quotation. */
const MIN_UNMARKED_WORDS = 7

/** The marked quotations, and the sentences without marks that may be quotations. */
export type PastedTexts = { marked: string[]; unmarked: string[] }

/** Returns what was pasted into messages, newest first; `rest` are the messages without the marked quotations. */
export function pastedIn(messages: string[]): PastedTexts & { rest: string[] } {
  const marked = messages.flatMap(markedIn)
  const rest = messages.map((text) =>
    text.replace(BLOCK_QUOTE, ' ').replace(IN_DOUBLE_MARKS_ON_LINE, (all) => (isLong(all) ? ' ' : all)),
  )
  const unmarked = rest
    .flatMap(stretchesOf)
    .filter((sentence) => tokens(sentence).length >= MIN_UNMARKED_WORDS)
  return { marked: newestFirstOnce(marked), unmarked: newestFirstOnce(unmarked), rest }
}

const isLong = (text: string) => tokens(text).length >= MIN_MARKED_WORDS

function markedIn(text: string): string[] {
  const blocks = [...text.matchAll(BLOCK_QUOTE)].map(([lines]) => lines.replace(/^>[> ]*/gmu, '').trim())
  const setOff = blocks.map((block) => longestMarked(block) ?? block)
  const inLine = [...text.replace(BLOCK_QUOTE, '\n').matchAll(IN_DOUBLE_MARKS_ON_LINE)].map(
    ([, words = '']) => words.trim(),
  )
  return [...setOff, ...inLine].filter(isLong)
}

/** Returns the longest text in marks of a set-off block, which may also hold who said it; null where it has none. */
const longestMarked = (block: string) =>
  longestOf([...block.matchAll(IN_DOUBLE_MARKS_ON_LINE)].map(([, words = '']) => words).filter(isLong)) ||
  null

/** Returns what may be a quotation as a whole or in part: clauses, their sentences, and their lines. */
const stretchesOf = (text: string) => text.split('\n').flatMap((line) => [...sentencesOf(line), line.trim()])

/** Returns each sentence and its longest clause; the rest of the sentence may say who said it. */
const sentencesOf = (line: string) =>
  line
    .split(/(?<=[.!?:])\s+/u)
    .flatMap((sentence) => [longestOf(sentence.split(/[,;–—]\s+/u)), sentence.trim()])

const longestOf = (texts: string[]) =>
  texts.map((text) => text.trim()).toSorted((a, b) => b.length - a.length)[0] ?? ''

const newestFirstOnce = (texts: string[]) => [...new Set(texts.toReversed())]
