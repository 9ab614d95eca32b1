// Merges the spans of matching words into highlights that a renderer can mark one after the other.
import type { Span } from '../../archive/article.ts'
import type { Highlights } from '../answer.ts'

/**
 * Returns spans of a text of `length` code units as highlights: in order, cut to the text, those that overlap or touch
 * as one. Two wordings of a question may match the same word ("harbor" and "harbour").
 */
export function highlightsOf(spans: Span[], length: number): Highlights {
  const merged: Highlights = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const [start, end] = [Math.max(0, span.start), Math.min(span.end, length)]
    const last = merged.at(-1)
    if (start >= end) continue
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}
