// Finds the quotation marks of a paragraph and describes their surroundings.
import type { Span } from '../../archive/article.ts'
import type { MarkConvention } from './convention.ts'
import { endsClippedWord, isElision } from './elisions.ts'

/** A quotation mark, and what the characters around it allow it to be. */
export type Mark = Span & {
  kind: 'double' | 'single' | 'bracket'
  /** The direction of its glyph: “ opens, ” closes, " can be either. */
  direction: 'open' | 'close' | 'either'
  /** Only white space precedes it in its paragraph. */
  startsParagraph: boolean
  /** A space, a bracket, a dash or the paragraph's start precedes it. */
  gapBefore: boolean
  /** A space or the paragraph's end follows it. */
  spaceAfter: boolean
  wordAfter: boolean
  /** Another mark ends where this one starts. */
  afterMark: boolean
  /** False for an apostrophe of elision, which may close a quotation but opens none. */
  mayOpen: boolean
  /** It may be an apostrophe, as in s’ before a noun, and closes only when no better mark follows. */
  mayBeApostrophe: boolean
}

const DIRECTION: Record<string, Mark['direction']> = {
  '„': 'open',
  '‚': 'open',
  '“': 'open',
  '‘': 'open',
  '‘‘': 'open',
  '``': 'open',
  '«': 'open',
  '‹': 'open',
  '「': 'open',
  '『': 'open',
  '｢': 'open',
  '﹁': 'open',
  '﹃': 'open',
  '\u0093': 'open',
  'â€œ': 'open',
  'â€˜': 'open',
  '”': 'close',
  '’': 'close',
  '’’': 'close',
  '»': 'close',
  '›': 'close',
  '」': 'close',
  '』': 'close',
  '｣': 'close',
  '﹂': 'close',
  '﹄': 'close',
  '\u0094': 'close',
  '\u0092': 'close',
  'â€\u009d': 'close',
  'â€™': 'close',
}
/**
 * Two apostrophes are a double mark; UTF-8 decoded as Windows-1252 (â€œ) and C1 controls count as the original mark.
 */
const GLYPH = /''|‘‘|’’|``|["„“”«»\u0093\u0094＂「」『』｢｣﹁﹂﹃﹄]|â€[œ\u009d˜™]|['‚‘’‹›\u0092]/g
const SINGLE_MARKS = new Set(["'", '‚', '‘', '’', '‹', '›', '\u0092', 'â€˜', 'â€™'])
/** The corner brackets of East Asian text: each opens or closes, whatever stands around it. */
const BRACKET = /[「」『』｢｣﹁﹂﹃﹄]/
const LOW_CLOSING = /[“‘]/
const GUILLEMET = /[«»‹›]/

const ZERO_WIDTH = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/
const GAP_BEFORE = /[\s([{:;/\u2010-\u2015-]/
const SPACE = /\s/
const WORD_CHARACTER = /[\p{L}\p{N}$#@]/u
/** Feet and inches: 5'2", 5’ 11”. */
const INCHES = /\d['’] ?\d{1,2}$/

/** A stop before a single mark: what “‘Twas the bands’ fault,’ he said” has and “‘Tis the season.” lacks. */
const SINGLE_CLOSING = /[.,!?…]['’](?!\p{L})/u

/** Returns the quotation marks of one paragraph of a text, in order. */
export function findMarks(text: string, paragraph: Span, convention: MarkConvention): Mark[] {
  const marks: Mark[] = []
  for (const glyph of glyphs(text.slice(paragraph.start, paragraph.end), paragraph.start)) {
    const mark = markAt(text, paragraph, { ...glyph, convention })
    mark.afterMark = marks.at(-1)?.end === mark.start
    if (!isInches(text, mark)) marks.push(mark)
  }
  const [first] = marks
  if (first) first.startsParagraph = text.slice(paragraph.start, first.start).trim() === ''
  if (first?.startsParagraph && first.direction === 'open')
    first.mayOpen ||= SINGLE_CLOSING.test(text.slice(first.end, paragraph.end))
  return marks
}

/** Three apostrophes are '' and ': the double mark is the outer one, first when opening and last when closing. */
function glyphs(words: string, offset: number): Span[] {
  const found: Span[] = []
  GLYPH.lastIndex = 0
  for (let match = GLYPH.exec(words); match; match = GLYPH.exec(words)) {
    const at = match.index
    const closing = match[0] === "''" && words[at + 2] === "'" && !GAP_BEFORE.test(words[at - 1] ?? ' ')
    const length = closing ? 1 : match[0].length
    found.push({ start: offset + at, end: offset + at + length })
    GLYPH.lastIndex = at + length
  }
  return found
}

type Glyph = Span & { convention: MarkConvention }

function markAt(text: string, paragraph: Span, { start, end, convention }: Glyph): Mark {
  const glyph = text.slice(start, end)
  const before = seenBefore(text, paragraph.start, start)
  const after = seenAfter(text, paragraph.end, end)
  const single = SINGLE_MARKS.has(glyph)
  return {
    start,
    end,
    kind: BRACKET.test(glyph) ? 'bracket' : single ? 'single' : 'double',
    direction: directionOf(glyph, convention),
    startsParagraph: false,
    gapBefore: before === undefined || GAP_BEFORE.test(before),
    spaceAfter: after === undefined || SPACE.test(after),
    wordAfter: after !== undefined && WORD_CHARACTER.test(after),
    afterMark: false,
    mayOpen: !(single && isElision(text, end)),
    mayBeApostrophe: single && endsClippedWord(text, start, end),
  }
}

/** Returns what a glyph does in a text: “ may close after „, and » opens where « closes. */
function directionOf(glyph: string, { low, guillemets }: MarkConvention): Mark['direction'] {
  const usual = DIRECTION[glyph] ?? 'either'
  if (low && LOW_CLOSING.test(glyph)) return 'either'
  if (!GUILLEMET.test(glyph) || guillemets === 'outward') return usual
  return guillemets === 'alike' ? 'either' : usual === 'open' ? 'close' : 'open'
}

function isInches(text: string, mark: Mark): boolean {
  return mark.kind === 'double' && INCHES.test(text.slice(Math.max(0, mark.start - 6), mark.start))
}

/** Returns the character before an offset, ignoring zero-width ones; undefined at the paragraph's start. */
function seenBefore(text: string, from: number, at: number): string | undefined {
  let i = at - 1
  while (i >= from && ZERO_WIDTH.test(text[i] ?? '')) i--
  return i >= from ? text[i] : undefined
}

function seenAfter(text: string, to: number, at: number): string | undefined {
  let i = at
  while (i < to && ZERO_WIDTH.test(text[i] ?? '')) i++
  return i < to ? text[i] : undefined
}
