import type { Span } from '../../archive/article.ts'
import { endsClippedWord, isElision } from './elisions.ts'

/** A mark is one quotation mark, and what the characters around it let it do. */
export type Mark = Span & {
  kind: 'double' | 'single'
  /** How it is turned: “ opens, ” closes, " can be either. */
  turned: 'open' | 'close' | 'either'
  /** Nothing but space stands before it in its paragraph. */
  leads: boolean
  /** A space, a bracket, a dash or the paragraph's edge stands before it. */
  gapBefore: boolean
  /** A space or the paragraph's edge stands after it. */
  spaceAfter: boolean
  wordAfter: boolean
  /** Another mark ends where this one starts. */
  afterMark: boolean
  /** Not a quotation mark after all, or not at this end: an elision may close, but it opens nothing. */
  mayOpen: boolean
  /** Perhaps an apostrophe, as in s’ before a noun: closes only when no better mark follows. */
  apostrophe: boolean
}

const TURNED: Record<string, Mark['turned']> = {
  '“': 'open',
  '‘': 'open',
  '‘‘': 'open',
  '``': 'open',
  '«': 'open',
  '\u0093': 'open',
  'â€œ': 'open',
  'â€˜': 'open',
  '”': 'close',
  '’': 'close',
  '’’': 'close',
  '»': 'close',
  '\u0094': 'close',
  '\u0092': 'close',
  'â€\u009d': 'close',
  'â€™': 'close',
}
/** Two apostrophes are a double mark; UTF-8 read as Windows-1252 (â€œ) and C1 controls are what they were. */
const GLYPH = /''|‘‘|’’|``|["“”«»\u0093\u0094＂]|â€[œ\u009d˜™]|['‘’\u0092]/g
const SINGLE = new Set(["'", '‘', '’', '\u0092', 'â€˜', 'â€™'])

const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/
const GAP = /[\s([{:;/\u2010-\u2015-]/
const SPACE = /\s/
const WORD = /[\p{L}\p{N}$#@]/u
/** 5'2", 5’ 11”: feet and inches. */
const INCHES = /\d['’] ?\d{1,2}$/

/** The quotation marks of one paragraph of a text, in order. */
export function findMarks(text: string, paragraph: Span): Mark[] {
  const marks: Mark[] = []
  for (const glyph of glyphs(text.slice(paragraph.start, paragraph.end), paragraph.start)) {
    const mark = markAt(text, paragraph, glyph)
    mark.afterMark = marks.at(-1)?.end === mark.start
    if (!isInches(text, mark)) marks.push(mark)
  }
  const [first] = marks
  if (first) first.leads = text.slice(paragraph.start, first.start).trim() === ''
  return marks
}

/** Three apostrophes are '' and ': the double stands outside, first where it opens, last where it closes. */
function glyphs(words: string, offset: number): Span[] {
  const found: Span[] = []
  GLYPH.lastIndex = 0
  for (let match = GLYPH.exec(words); match; match = GLYPH.exec(words)) {
    const at = match.index
    const closing = match[0] === "''" && words[at + 2] === "'" && !GAP.test(words[at - 1] ?? ' ')
    const length = closing ? 1 : match[0].length
    found.push({ start: offset + at, end: offset + at + length })
    GLYPH.lastIndex = at + length
  }
  return found
}

function markAt(text: string, paragraph: Span, { start, end }: Span): Mark {
  const glyph = text.slice(start, end)
  const before = seenBefore(text, paragraph.start, start)
  const after = seenAfter(text, paragraph.end, end)
  const single = SINGLE.has(glyph)
  return {
    start,
    end,
    kind: single ? 'single' : 'double',
    turned: TURNED[glyph] ?? 'either',
    leads: false,
    gapBefore: before === undefined || GAP.test(before),
    spaceAfter: after === undefined || SPACE.test(after),
    wordAfter: after !== undefined && WORD.test(after),
    afterMark: false,
    mayOpen: !(single && isElision(text, end)),
    apostrophe: single && endsClippedWord(text, start, end),
  }
}

function isInches(text: string, mark: Mark): boolean {
  return mark.kind === 'double' && INCHES.test(text.slice(Math.max(0, mark.start - 6), mark.start))
}

/** The character before an offset, zero-width ones looked through; undefined at the paragraph's edge. */
function seenBefore(text: string, from: number, at: number): string | undefined {
  let i = at - 1
  while (i >= from && UNSEEN.test(text[i] ?? '')) i--
  return i >= from ? text[i] : undefined
}

function seenAfter(text: string, to: number, at: number): string | undefined {
  let i = at
  while (i < to && UNSEEN.test(text[i] ?? '')) i++
  return i < to ? text[i] : undefined
}
