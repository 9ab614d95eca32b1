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

/** Returns the words in marks, and the text before, between and after them. */
export function splitAtMarks(text: string): { marked: string[]; rest: string[] } {
  const found = [...text.matchAll(IN_MARKS)]
  const marked = found.map(([, double, single]) => (double ?? single ?? '').trim()).filter(Boolean)
  const starts = [0, ...found.map(({ 0: whole, index }) => index + whole.length)]
  return { marked, rest: starts.map((start, i) => text.slice(start, found[i]?.index)) }
}
