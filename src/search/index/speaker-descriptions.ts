import type { Quotation } from '../../archive/article.ts'
import { tokens } from '../text/tokenize.ts'

/** How far a clause reaches around the words that attribute a quotation, in UTF-16 code units. */
const REACH = 200

/** Where a clause ends: with its sentence or its line, or where words in marks begin or end. */
const BOUNDARY = /[.!?]\s|[\n“”"‘]/u

/**
 * The clause that describes a speaker whose name is not known ("A boy in Grade 4 came up to me and said"), as far as
 * it is in the words around the attribution of a quotation; empty for speakers with names.
 */
export function clauseOf(text: string, { speaker, speakerMention, attribution }: Quotation): string {
  if (!attribution || !isDescription(speaker ?? speakerMention ?? '')) return ''
  const { start, end } = attribution
  const before = text
    .slice(Math.max(0, start - REACH), start)
    .split(BOUNDARY)
    .at(-1)
  const after = text.slice(end, end + REACH).split(BOUNDARY)[0]
  return `${before}${text.slice(start, end)}${after}`
}

/** Words that begin small, or have no capital but that of an article or the like: "the Vermont senator", "My father". */
const isDescription = (words: string) =>
  /^\p{Ll}/u.test(words) ||
  tokens(words).every(({ start, stop }, i) => !/^\p{Lu}/u.test(words.slice(start)) || (i === 0 && stop))
