// Splits a text into lines and trims spans.
import type { Span } from './article.ts'

/** A line of a text: what stands between line breaks of any kind. */
export const LINE = /[^\n\r\u2028\u2029]+/gu

/** Returns the lines of a text that are not blank, as spans without surrounding white space. */
export function linesOf(text: string): Span[] {
  return Array.from(text.matchAll(LINE), (line) =>
    trimSpan(text, line.index, line.index + line[0].length),
  ).filter(({ start, end }) => start < end)
}

/** Returns [start, end) without its outer white space; an empty span where there is nothing else. */
export function trimSpan(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end)
  const left = slice.length - slice.trimStart().length
  return { start: start + left, end: start + Math.max(left, slice.trimEnd().length) }
}
