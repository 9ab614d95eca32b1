// Cuts published words to a limit, around what is highlighted in them.
import type { HighlightedText } from './reply.ts'

/** A run of whole words of a text, and whether something was left out before and after it. */
export type Excerpt = HighlightedText & { before: boolean; after: boolean }

/**
 * Returns the part of published words that fits a limit (in UTF-16 code units): all of them where they fit, else a run
 * around the highlights. It cuts no word, unless that word alone is longer than the limit, and no surrogate pair.
 */
export function excerpt({ text, highlights }: HighlightedText, limit: number): Excerpt {
  if (text.length <= limit) return { text, highlights, before: false, after: false }
  const { start, end } = windowAround(text, highlights, limit)
  return {
    text: text.slice(start, end),
    highlights: highlights
      .map(([from, to]): [number, number] => [Math.max(from, start) - start, Math.min(to, end) - start])
      .filter(([from, to]) => from < to),
    before: start > 0,
    after: end < text.length,
  }
}

function windowAround(
  text: string,
  highlights: [number, number][],
  limit: number,
): { start: number; end: number } {
  const first = highlights[0]?.[0] ?? 0
  const last = Math.min(highlights.at(-1)?.[1] ?? 0, first + limit)
  const lead = Math.max(0, first - Math.floor((limit - (last - first)) / 2))
  const start = wordStart(text, Math.min(lead, text.length - limit), first)
  return { start, end: wordEnd(text, start, Math.min(text.length, start + limit)) }
}

/** Returns the first start of a word at or after an offset, but not after `latest`. */
function wordStart(text: string, at: number, latest: number): number {
  if (at === 0 || /\s/u.test(text.charAt(at - 1))) return at
  const space = text.slice(at, latest).search(/\s\S/u)
  return space >= 0 ? at + space + 1 : characterStart(text, at)
}

/** Returns the last end of a word at or before an offset. */
function wordEnd(text: string, start: number, at: number): number {
  if (at === text.length || /\s/u.test(text.charAt(at))) return at
  const kept = text.slice(start, at).replace(/\s+\S*$/u, '')
  return kept.length < at - start && kept.trim() ? start + kept.length : characterStart(text, at)
}

/** Returns an offset that does not split a surrogate pair. */
const characterStart = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at)
