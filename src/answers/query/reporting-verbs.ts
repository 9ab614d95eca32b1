/** The verbs of saying that people ask and attribute by, as the source of a regular expression. */
export const SAY = `(?:${[
  'said|says?|saying|told|tells?|writes?|wrote|thinks?|thought|posts?|posted|replie[sd]|reply|denie[sd]|deny',
  'speaks?|spoke|spoken|admits?|admitted',
  '(?:add|answer|ask|call|claim|comment|complain|demand|explain|insist|mention|recall)(?:s|ed)?',
  '(?:respond|suggest|talk|tweet|warn)(?:s|ed)?',
  '(?:announce|argue|conclude|continue|declare|describe|joke|note|promise|state)[sd]?',
].join('|')})`

/** Words in double marks, straight or curly. */
export const DOUBLY_MARKED = /["“”„«]([^"“”„«»]+)["“”»]/gu

/** Words in marks of any kind; a single mark within a word is an apostrophe. */
const MARKED = new RegExp(
  String.raw`${DOUBLY_MARKED.source}|(?<![\p{L}\p{N}])['‘]([^'‘’]+(?:['’][\p{L}][^'‘’]*)*)['’](?![\p{L}\p{N}])`,
  'gu',
)

/** The words in marks of a text, and what stands before, between and after them. */
export function partedByMarks(text: string): { marked: string[]; rest: string[] } {
  const found = [...text.matchAll(MARKED)]
  const marked = found.map(([, double, single]) => (double ?? single ?? '').trim()).filter(Boolean)
  return { marked, rest: text.replace(MARKED, MARK).split(MARK) }
}

/** Stands for words in marks; no text has it. */
const MARK = '\u0000'
