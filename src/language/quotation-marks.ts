// Finds the words in quotation marks of what people type.

/** A double mark, straight, curly or angular. */
export const DOUBLE_MARK = /["“”„«]/u

/** Words in double marks; the words are the first group. */
export const IN_DOUBLE_MARKS = /["“”„«]([^"“”„«»]+)["“”»]/gu

/** Words in double marks that open and close in one line. */
export const IN_DOUBLE_MARKS_ON_LINE = /["“”„«]([^"“”„«»\n]+)["“”»]/gu

/** Words in marks of any kind; a single mark within a word is an apostrophe. */
const IN_MARKS = new RegExp(
  String.raw`${IN_DOUBLE_MARKS.source}|(?<![\p{L}\p{N}])['‘]([^'‘’]+(?:['’][\p{L}][^'‘’]*)*)['’](?![\p{L}\p{N}])`,
  'gu',
)

/** Stands for words in marks while a text is split; occurs in no text. */
const PLACEHOLDER = '\u0000'

/** Returns the words in marks, and the text before, between and after them. */
export function splitAtMarks(text: string): { marked: string[]; rest: string[] } {
  const found = [...text.matchAll(IN_MARKS)]
  const marked = found.map(([, double, single]) => (double ?? single ?? '').trim()).filter(Boolean)
  return { marked, rest: text.replace(IN_MARKS, PLACEHOLDER).split(PLACEHOLDER) }
}
