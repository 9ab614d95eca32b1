// Holds the reporting verbs that questions use, and splits a text at its quotation marks.
/** The reporting verbs that people use in questions and claims, as the source of a regular expression. */
export const REPORTING_VERBS = `(?:${[
  'said|says?|saying|told|tells?|writes?|wrote|thinks?|thought|posts?|posted|replie[sd]|reply|denie[sd]|deny',
  'speaks?|spoke|spoken|admits?|admitted',
  '(?:add|answer|ask|call|claim|comment|complain|demand|explain|insist|mention|recall)(?:s|ed)?',
  '(?:respond|suggest|talk|tweet|warn)(?:s|ed)?',
  '(?:announce|argue|conclude|continue|declare|describe|joke|note|promise|state)[sd]?',
].join('|')})`

/** Words in double marks, straight or curly. */
export const IN_DOUBLE_MARKS = /["“”„«]([^"“”„«»]+)["“”»]/gu

/** Words in marks of any kind; a single mark within a word is an apostrophe. */
const IN_MARKS = new RegExp(
  String.raw`${IN_DOUBLE_MARKS.source}|(?<![\p{L}\p{N}])['‘]([^'‘’]+(?:['’][\p{L}][^'‘’]*)*)['’](?![\p{L}\p{N}])`,
  'gu',
)

/** Returns the words in marks, and the text before, between and after them. */
export function splitAtMarks(text: string): { marked: string[]; rest: string[] } {
  const found = [...text.matchAll(IN_MARKS)]
  const marked = found.map(([, double, single]) => (double ?? single ?? '').trim()).filter(Boolean)
  return { marked, rest: text.replace(IN_MARKS, PLACEHOLDER).split(PLACEHOLDER) }
}

/** Replaces words in marks while the text is split; occurs in no text. */
const PLACEHOLDER = '\u0000'
