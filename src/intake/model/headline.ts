const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** A headline of this many characters still fits the title of a Discord embed and one line of a list. */
const LONGEST = 100
/** Endings after which a full stop ends no sentence: titles, initials, months and the like. */
const ABBREVIATION =
  /(?:^|[\s(“"'‘])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lt|Gen|Col|Capt|Sgt|Prof|Rev|St|Jr|Sr|vs|Co|Inc|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s*$/u

/** A headline for a text that states none: its first sentence, shortened between two words where it is long. */
export function headlineFrom(paragraph: string): string {
  const sentence = firstSentence(
    paragraph
      .slice(0, 10 * LONGEST)
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  if (sentence.length <= LONGEST) return sentence
  const cut = sentence.slice(0, LONGEST)
  const words = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut
  return `${words.toWellFormed().replace(/[\s,;:–—-]+$/u, '')}…`
}

function firstSentence(words: string): string {
  for (const { index, segment } of sentences.segment(words)) {
    const end = index + segment.length
    const sofar = words.slice(0, end)
    const goesOn = ABBREVIATION.test(sofar) || /^\p{Ll}/u.test(words.slice(end))
    if (!goesOn && /[\p{L}\p{N}]/u.test(sofar)) return sofar.trim()
  }
  return words
}
