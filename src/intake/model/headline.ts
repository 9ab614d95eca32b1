// Makes a headline from the first sentence of a text.
import { ABBREVIATIONS } from '../../language/abbreviations.ts'

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The longest headline in UTF-16 code units. It fits the title of a Discord embed and one line of a list. */
const MAX_HEADLINE_CHARS = 100
/** Abbreviations whose full stop does not end a sentence: titles, initials, months and others. */
const ABBREVIATION_BEFORE_STOP = new RegExp(
  String.raw`(?:^|[\s(“"'‘])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|${ABBREVIATIONS.join('|')})\.\s*$`,
  'u',
)

/**
 * Returns the headline of a text that states none: its first sentence, cut between two words where it is
 * longer than MAX_HEADLINE_CHARS.
 */
export function headlineFrom(paragraph: string): string {
  const sentence = firstSentence(
    paragraph
      .slice(0, 10 * MAX_HEADLINE_CHARS)
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  if (sentence.length <= MAX_HEADLINE_CHARS) return sentence
  const cut = sentence.slice(0, MAX_HEADLINE_CHARS)
  const words = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut
  return `${words.toWellFormed().replace(/[\s,;:–—-]+$/u, '')}…`
}

function firstSentence(words: string): string {
  for (const { index, segment } of sentences.segment(words)) {
    const end = index + segment.length
    const soFar = words.slice(0, end)
    const goesOn = ABBREVIATION_BEFORE_STOP.test(soFar) || /^\p{Ll}/u.test(words.slice(end))
    if (!goesOn && /[\p{L}\p{N}]/u.test(soFar)) return soFar.trim()
  }
  return words
}
