import type { Span } from '../../archive/article.ts'

const LINE = /[^\n\r\u2028\u2029]+/g
const WORDS = /[\p{L}\p{N}]/u

/** The paragraphs of a text: its lines that hold a word. News text breaks paragraphs with single newlines. */
export function findParagraphs(text: string): Span[] {
  return [...text.matchAll(LINE)]
    .filter(([line]) => WORDS.test(line))
    .map(({ 0: line, index }) => ({ start: index, end: index + line.trimEnd().length }))
}
