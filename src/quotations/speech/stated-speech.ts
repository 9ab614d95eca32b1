// Recognizes words in marks that the words after or before them state to be somebody's, however few they are.
import type { Span } from '../../archive/article.ts'
import { cueOf } from '../language/cues.ts'

const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{N}.’'-]*`
const SAID =
  'said|says|noted|notes|added|adds|wrote|writes|warned|warns|explained|claimed|argued|insisted|concluded|stated|observed|remarked|joked|complained|admitted|agreed|recalled'
/** A clause of saying that ends the sentence after the marks: "…”, the panel noted." */
const SAID_AFTER = new RegExp(
  `^[”"’']{1,2}, (?:(?:the|an?|his|her|their|its|our|my|one) )?(?:${WORD} ){0,5}(?:${SAID})(?:[.;]|,? (?:on|in|at|yesterday|today|last|of) )`,
  'iu',
)
const ACCORDING_AFTER = /^(?:[”"’']{1,2},?|(?<=,)[”"’']{1,2}) (?:according to|in the words of) /iu
/** "To Pine, it is “…”", "In the words of Reed, “…”", "Per Capt. Pine, thieves “…”" */
const OWNER_BEFORE =
  /(?:^|[.!?] |\n)(?:To|In the words of|Per|For) (?:\p{Lu}[\p{L}.’'-]*)(?: \p{Lu}[\p{L}.’'-]*){0,3}(?: of the [\p{L} ]{1,30})?, (?:it|this|that|they|he|she|[\p{Ll}’']+) (?:[\p{Ll}’']+ ){0,4}["“‘']{1,2}$/u
/** How many characters on either side of the marks are read. */
const SCANNED_CHARS = 100

/** Whether somebody is said to have said or thought the words in marks, by the words right around them. */
export function isStatedSpeech(text: string, { start, end }: Span): boolean {
  const after = text.slice(end, end + SCANNED_CHARS)
  return (
    SAID_AFTER.test(after) ||
    ACCORDING_AFTER.test(after) ||
    OWNER_BEFORE.test(text.slice(Math.max(0, start - SCANNED_CHARS), start)) ||
    isInSayingHeadline(text, start)
  )
}

/** How long a headline may be. */
const MAX_HEADLINE_CHARS = 200
const HEADLINE_WORD = /[\p{L}’']+/gu
const SAYING_KINDS = new Set(['say', 'label'])
const FINITE_FORMS = new Set(['present', 'past'])
/** Verbs that say something only beside whole sentences: a mayor opens and closes much else. */
const SELDOM_SAYING = new Set('put go begin start finish end open close follow'.split(' '))

/** Whether words stand in a headline after a verb of saying, where their capitals tell nothing: "Pine Calls Plan ‘Daft’". */
function isInSayingHeadline(text: string, start: number): boolean {
  const end = text.indexOf('\n')
  if (end < start || end > MAX_HEADLINE_CHARS || !isInTitleCase(text.slice(0, end))) return false
  const words = text.slice(0, start).match(HEADLINE_WORD) ?? []
  return words.some((word) => {
    const cue = cueOf(word.toLowerCase())
    const isSaying = cue && SAYING_KINDS.has(cue.kind) && FINITE_FORMS.has(cue.form)
    return isSaying && !SELDOM_SAYING.has(cue.lemma)
  })
}

/** The fewest letters of a word that a headline in title case writes with a capital, and the share of them that have one. */
const MIN_LETTERS = 4
const MIN_CAPITAL_SHARE = 0.75

function isInTitleCase(line: string): boolean {
  const words = (line.match(HEADLINE_WORD) ?? []).filter(({ length }) => length >= MIN_LETTERS)
  return words.filter((word) => /^['’]?\p{Lu}/u.test(word)).length >= MIN_CAPITAL_SHARE * words.length
}
