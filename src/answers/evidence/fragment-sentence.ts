// Finds the sentence that a quotation of a few words stands in.
import { type Article, isWithin, type Passage, type Quotation, type Span } from '../../archive/article.ts'
import { tokens } from '../../search/text/tokenize.ts'
import type { Evidence } from '../answer.ts'

/** A quotation of at most this many words means little without its sentence. */
const MAX_FRAGMENT_WORDS = 4

/**
 * Returns the sentence around a quotation of up to four words in marks, with the clause that attributes it where that
 * stands in the same paragraph; undefined for a longer quotation, and for one that is set off from the text.
 */
export function fragmentSentence(
  { version }: Article,
  { start, end, kind, attribution }: Quotation,
  passage: Passage,
): Evidence['sentence'] {
  const isInText = kind === 'direct' || kind === 'partial'
  if (!isInText || tokens(version.text.slice(start, end)).length > MAX_FRAGMENT_WORDS) return undefined
  const spans = [{ start, end }, ...(attribution && isWithin(attribution, passage) ? [attribution] : [])]
  const sentence = sentencesAround(hullOf(spans), passage, version.text)
  return { text: version.text.slice(sentence.start, sentence.end), ...sentence }
}

const hullOf = (spans: Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Returns the span from the beginning of the sentence that a span begins in to the end of the one it ends in. */
function sentencesAround(span: Span, passage: Span, text: string): Span {
  const whole = text.slice(passage.start, passage.end)
  const bounds = [...SENTENCES.segment(whole)]
    .map(({ index }) => index)
    .filter((at) => !isAbbreviated(whole, at))
  const start = bounds.findLast((at) => passage.start + at <= span.start) ?? 0
  const end = bounds.find((at) => passage.start + at >= span.end) ?? whole.length
  const words = whole.slice(start, end)
  return { start: passage.start + start, end: passage.start + start + words.trimEnd().length }
}

/** Words whose full stop ends no sentence: titles, and initials. */
const ABBREVIATION =
  /(?:^|[\s(“‘"'])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Maj|Adm|Rev|Hon|St|Jr|Sr|vs|No|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.\s+$/u

/** Returns whether what stands before an offset is an abbreviation rather than the end of a sentence. */
const isAbbreviated = (text: string, at: number) => ABBREVIATION.test(text.slice(Math.max(0, at - 20), at))
