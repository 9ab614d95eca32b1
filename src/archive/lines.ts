import type { Span } from './article.ts'

const LINE = /[^\n\r\u2028\u2029]+/gu

/** The lines of a text that hold more than white space, as spans without the white space around them. */
export function linesOf(text: string): Span[] {
  return Array.from(text.matchAll(LINE), (line) =>
    trimmed(text, line.index, line.index + line[0].length),
  ).filter(({ start, end }) => start < end)
}

/** The span from `start` to `end` without its outer white space; empty where there is nothing else. */
export function trimmed(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end)
  const left = slice.length - slice.trimStart().length
  return { start: start + left, end: start + Math.max(left, slice.trimEnd().length) }
}
