import type { Words } from './reply.ts'

/** An excerpt is a run of whole words of a text, and whether something was left out before and after it. */
export type Excerpt = Words & { before: boolean; after: boolean }

/**
 * The part of published words that fits a limit (in UTF-16 code units): all of them where they fit, else a run
 * around what is highlighted. Words are left whole, unless one alone is longer than the limit, and so are the
 * halves of a character.
 */
export function excerpt({ text, highlights }: Words, limit: number): Excerpt {
  if (text.length <= limit) return { text, highlights, before: false, after: false }
  const { start, end } = window(text, highlights, limit)
  return {
    text: text.slice(start, end),
    highlights: highlights
      .map(([from, to]): [number, number] => [Math.max(from, start) - start, Math.min(to, end) - start])
      .filter(([from, to]) => from < to),
    before: start > 0,
    after: end < text.length,
  }
}

function window(text: string, highlights: [number, number][], limit: number): { start: number; end: number } {
  const first = highlights[0]?.[0] ?? 0
  const last = Math.min(highlights.at(-1)?.[1] ?? 0, first + limit)
  const lead = Math.max(0, first - Math.floor((limit - (last - first)) / 2))
  const start = wordStart(text, Math.min(lead, text.length - limit), first)
  return { start, end: wordEnd(text, start, Math.min(text.length, start + limit)) }
}

/** The first beginning of a word at or after a place, but not after `latest`. */
function wordStart(text: string, at: number, latest: number): number {
  if (at === 0 || /\s/u.test(text.charAt(at - 1))) return at
  const space = text.slice(at, latest).search(/\s\S/u)
  return space >= 0 ? at + space + 1 : whole(text, at)
}

/** The last end of a word at or before a place. */
function wordEnd(text: string, start: number, at: number): number {
  if (at === text.length || /\s/u.test(text.charAt(at))) return at
  const kept = text.slice(start, at).replace(/\s+\S*$/u, '')
  return kept.length < at - start && kept.trim() ? start + kept.length : whole(text, at)
}

/** A place that does not part the halves of a surrogate pair. */
const whole = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at)
