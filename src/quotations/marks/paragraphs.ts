// Finds the paragraphs of a text.
import type { Span } from '../../archive/article.ts'
import { LINE } from '../../archive/lines.ts'

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/**
 * Returns the paragraphs of a text: its lines with a letter or digit. News text ends a paragraph with one newline.
 */
export function findParagraphs(text: string): Span[] {
  return [...text.matchAll(LINE)]
    .filter(([line]) => LETTER_OR_DIGIT.test(line))
    .map(({ 0: line, index }) => ({ start: index, end: index + line.trimEnd().length }))
}
