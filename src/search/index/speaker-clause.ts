// Finds the clause that describes a speaker whose name is not known.
import type { Quotation } from '../../archive/article.ts'
import { tokens } from '../text/tokenize.ts'

/** The maximum reach of a clause around the attribution, in UTF-16 code units. */
const CLAUSE_REACH_CHARS = 200

/** A clause ends with its sentence or its line, or where words in marks begin or end. */
const CLAUSE_BOUNDARY = /[.!?]\s|[\n“”"‘]/u

/**
 * Returns the clause that describes a speaker without a name ("A boy in Grade 4 came up to me and said"), as far as
 * it stands around the attribution; empty for speakers with a name.
 */
export function speakerClauseOf(text: string, { speaker, speakerMention, attribution }: Quotation): string {
  if (!attribution || !isDescription(speaker ?? speakerMention ?? '')) return ''
  const { start, end } = attribution
  const before = text
    .slice(Math.max(0, start - CLAUSE_REACH_CHARS), start)
    .split(CLAUSE_BOUNDARY)
    .at(-1)
  const after = text.slice(end, end + CLAUSE_REACH_CHARS).split(CLAUSE_BOUNDARY)[0]
  return `${before}${text.slice(start, end)}${after}`
}

/**
 * Returns whether words are a description: they begin in lower case, or only an article or the like has a capital
 * ("the Vermont senator", "My father").
 */
export const isDescription = (words: string) =>
  /^\p{Ll}/u.test(words) ||
  tokens(words).every(({ start, stop }, i) => !/^\p{Lu}/u.test(words.slice(start)) || (i === 0 && stop))
