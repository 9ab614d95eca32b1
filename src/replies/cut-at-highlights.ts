// Cuts published words at their highlights, for renderers to mark.
import type { HighlightedText } from './reply.ts'

/** A part of a text, highlighted or not. */
export type TextPart = { text: string; highlighted: boolean }

/** Returns the parts of a text in its order, none of them empty; joined, they are the text. */
export function cutAtHighlights({ text, highlights }: HighlightedText): TextPart[] {
  const bounds = [0, ...highlights.flat(), text.length]
  return bounds
    .slice(1)
    .map((end, i) => ({ text: text.slice(bounds[i], end), highlighted: i % 2 === 1 }))
    .filter((part) => part.text !== '')
}
