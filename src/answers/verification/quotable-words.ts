// Decides whether a text tells enough to be checked as a quotation: whether somebody could have said it.
import { splitAtMarks } from '../../language/quotation-marks.ts'
import { type Token, tokens } from '../../search/text/tokenize.ts'
import { readAsked } from './asked-runs.ts'

/** Without marks, words are a quotation if there are so many, and so many of them tell something. */
const MIN_UNMARKED_WORDS = 4
const MIN_TELLING_WORDS = 2

/** Words that speak of the check itself, as in "is this quote correct"; they tell nothing. */
const CHECKING_WORDS = new Set(
  'accurate check checked correct exact quotation quotations quote quoted quotes right true wrong'.split(' '),
)

const isTelling = ({ word, stop }: Token) => !stop && !CHECKING_WORDS.has(word)

/**
 * Tells whether words can be checked: some stand in quotation marks, or there are at least `MIN_UNMARKED_WORDS`, of
 * which `MIN_TELLING_WORDS` are neither function words nor about the check. "this" and "he said" stand in every story.
 */
export function isQuotable(text: string): boolean {
  if (splitAtMarks(text).marked.length > 0) return true
  const words = tokens(text)
  return words.length >= MIN_UNMARKED_WORDS && words.filter(isTelling).length >= MIN_TELLING_WORDS
}

/** Tells whether words are quoted with an ellipsis: what it leaves out can turn the sense of few words too. */
export const hasEllipsis = (text: string) => (readAsked(text).ways[0]?.length ?? 0) > 1
