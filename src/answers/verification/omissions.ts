// Decides whether the words that asked ones leave out turn the sense.
import { type Article, isWithin, type Quotation, type Span } from '../../archive/article.ts'
import type { Gap } from './locate-runs.ts'
import { turnSense } from './turning-words.ts'

/** Returns the words left out, as slices of the article: apart where a quotation or a line ends between them. */
export function omittedIn({ words }: Gap, { version }: Article): string[] {
  const spans: Span[] = []
  for (const { start, end } of words) {
    const last = spans.at(-1)
    if (last && isUnbroken({ start: last.end, end: start }, version)) last.end = end
    else spans.push({ start, end })
  }
  return spans.map(({ start, end }) => version.text.slice(start, end))
}

const isUnbroken = ({ start, end }: Span, { text, quotations }: Article['version']) =>
  !text.slice(start, end).includes('\n') &&
  !quotations.some((one) => [one.start, one.end].some((bound) => start <= bound && bound <= end))

/**
 * Returns whether leaving out the words of a gap turns the sense: where one of them denies, conditions or limits what is
 * kept, where they are another speaker's, or part two speakers, or where a paragraph ends among them.
 */
export function isTurned({ before, words, after }: Gap, { version }: Article): boolean {
  const voices = [before, ...words, after].map((word) => voiceAt(word, version.quotations))
  const [own, other] = [voices[0], voices.at(-1)]
  if (own !== other || voices.some((voice) => voice !== null && voice !== own)) return true
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return false
  const between = (start: number, end: number) => version.text.slice(start, end)
  const isCut =
    !SENTENCE_END.test(between(before.end, first.start)) || !SENTENCE_END.test(between(last.end, after.start))
  return (
    between(before.end, after.start).includes('\n') ||
    turnSense(
      words.map(({ word }) => word),
      isCut,
    )
  )
}

const SENTENCE_END = /[.!?。！？]/u

/** Returns whose words stand at a place: a speaker, or the quotation where none is named; null for the story's own. */
function voiceAt(span: Span, quotations: Quotation[]): string | number | null {
  const innermost = quotations.findLast((one) => isWithin(span, one))
  return innermost ? (innermost.speaker ?? firstPart(innermost, quotations).ordinal) : null
}

/** Returns the part with which a quotation in several parts begins. */
function firstPart(quotation: Quotation, quotations: Quotation[]): Quotation {
  const before = quotations.find(({ ordinal }) => ordinal === quotation.continues)
  return before && before.ordinal < quotation.ordinal ? firstPart(before, quotations) : quotation
}
