import { tokens } from '../../search/text/tokenize.ts'

/** Words in double marks of any kind, on one line. */
const MARKED = /["“”„«]([^"“”„«»\n]+)["“”»]/gu

/** Lines that are set off as a quotation, as people mark them in chat. */
const SET_OFF = /(?:^>[^\n]*(?:\n|$))+/gmu

/** Fewer words than this in marks are a term or a title. */
const FEWEST = 4

/** Fewer words than this without marks are not taken for a quotation. */
const FEWEST_UNMARKED = 7

/** What people pasted: words that they say were said, and sentences that might have been. */
export type Pasted = { marked: string[]; unmarked: string[] }

/** What was pasted into messages, newest first; `rest` is what people said besides what is marked. */
export function pastedIn(messages: string[]): Pasted & { rest: string[] } {
  const marked = messages.flatMap(markedIn)
  const rest = messages.map((text) =>
    text.replace(SET_OFF, ' ').replace(MARKED, (all) => (isLong(all) ? ' ' : all)),
  )
  const unmarked = rest.flatMap(stretchesOf).filter((sentence) => tokens(sentence).length >= FEWEST_UNMARKED)
  return { marked: newestFirst(marked), unmarked: newestFirst(unmarked), rest }
}

const isLong = (text: string) => tokens(text).length >= FEWEST

function markedIn(text: string): string[] {
  const blocks = [...text.matchAll(SET_OFF)].map(([lines]) => lines.replace(/^>[> ]*/gmu, '').trim())
  const setOff = blocks.map((block) => longestMarked(block) ?? block)
  const inLine = [...text.replace(SET_OFF, '\n').matchAll(MARKED)].map(([, words = '']) => words.trim())
  return [...setOff, ...inLine].filter(isLong)
}

/** What is set off may hold the said-clause too: then the words in marks are what was said. */
const longestMarked = (block: string) =>
  longestOf([...block.matchAll(MARKED)].map(([, words = '']) => words).filter(isLong)) || null

/** What may be a quotation as a whole or in part: clauses, their sentences, and the lines that these stand in. */
const stretchesOf = (text: string) => text.split('\n').flatMap((line) => [...sentencesOf(line), line.trim()])

/** Sentences, and the longest clause of each: people say in the same breath who said it. */
const sentencesOf = (line: string) =>
  line
    .split(/(?<=[.!?:])\s+/u)
    .flatMap((sentence) => [longestOf(sentence.split(/[,;–—]\s+/u)), sentence.trim()])

const longestOf = (texts: string[]) =>
  texts.map((text) => text.trim()).toSorted((a, b) => b.length - a.length)[0] ?? ''

const newestFirst = (texts: string[]) => [...new Set(texts.toReversed())]
