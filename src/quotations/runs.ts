import type { Span } from '../archive/article.ts'
import { findMarks, type Mark } from './marks.ts'
import { findParagraphs } from './paragraphs.ts'

/** A run is the words between two quotation marks, within one paragraph; its span leaves the marks out. */
export type Run = Span & {
  /** How many runs it stands inside of: 0 is the outermost. */
  depth: number
  mark: 'double' | 'single'
  /** False: the paragraph ends before a mark closes it. */
  closed: boolean
  /** Left open, and the next paragraph opens again: one speech over several paragraphs. */
  runsOn: boolean
}

/** No news text nests quotations deeper; a wall of opening marks is not read as one. */
const DEEPEST = 8
const TAG = /<\/?[a-z][^<>]*>/gi
const WORDS = /[\p{L}\p{N}]/u

/** Every quoted run of a text, in its order, an outer run before those inside it. Linear in its length. */
export function findRuns(text: string): Run[] {
  const plain = text.replace(TAG, blank)
  const paragraphs = findParagraphs(plain).map((span) => ({ span, marks: findMarks(plain, span) }))
  return paragraphs
    .flatMap(({ span, marks }, i) => {
      const next = paragraphs[i + 1]
      return pair(marks, span.end, next !== undefined && opensWithMark(plain, next.span, next.marks))
    })
    .filter((run) => WORDS.test(text.slice(run.start, run.end)))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Markup has quotation marks of its own: blanks in its place keep every offset. */
function blank(tag: string): string {
  return tag.replace(/[^\n]/g, ' ')
}

function opensWithMark(text: string, paragraph: Span, [first]: Mark[]): boolean {
  return first?.kind === 'double' && !WORDS.test(text.slice(paragraph.start, first.start))
}

/** Pairs the marks of one paragraph with a stack, as brackets are paired, and forgives what was never closed. */
function pair(marks: Mark[], end: number, nextOpens: boolean): Run[] {
  const ahead = lookAhead(marks)
  const open: Mark[] = []
  const runs: Run[] = []
  marks.forEach((mark, i) => {
    const at = open.findLastIndex(({ kind }) => kind === mark.kind)
    const step = mark.kind === 'double' ? stepOfDouble : stepOfSingle
    const does = step({ mark, open, at, ahead: ahead[i] ?? NOTHING_AHEAD, previous: marks[i - 1] })
    if (does === 'close') runs.push(runFrom(open, at, mark.start))
    if (does === 'close' || does === 'reopen') open.length = at
    if ((does === 'open' || does === 'reopen') && open.length < DEEPEST) open.push(mark)
  })
  const left = open.findIndex(({ kind }) => kind === 'double')
  if (left >= 0) runs.push({ ...runFrom(open, left, end), closed: false, runsOn: nextOpens })
  return runs
}

function runFrom(open: Mark[], at: number, end: number): Run {
  const { end: start = end, kind: mark = 'double' } = open[at] ?? {}
  return { start, end, depth: at, mark, closed: true, runsOn: false }
}

/** What follows a mark in its paragraph. */
type Ahead = { double: boolean; closingSingle: boolean; openingSingleFirst: boolean }
const NOTHING_AHEAD: Ahead = { double: false, closingSingle: false, openingSingleFirst: false }

function lookAhead(marks: Mark[]): Ahead[] {
  const ahead: Ahead[] = []
  let next = NOTHING_AHEAD
  for (const mark of marks.toReversed()) {
    ahead.push(next)
    const double = next.double || mark.kind === 'double'
    const single = mark.kind === 'single'
    if (single && closes(mark)) next = { double, closingSingle: true, openingSingleFirst: false }
    else if (single && opensSingle(mark)) next = { ...next, double, openingSingleFirst: true }
    else next = { ...next, double }
  }
  return ahead.reverse()
}

type Place = { mark: Mark; open: Mark[]; at: number; ahead: Ahead; previous: Mark | undefined }
type Step = 'open' | 'close' | 'reopen' | 'ignore'

function stepOfDouble(place: Place): Step {
  const { mark, at, ahead } = place
  const isOpen = at >= 0
  const opens = opensDouble(place)
  if (mark.turned === 'open') return isOpen && !opens && !mark.wordAfter ? 'close' : 'open'
  if (mark.turned === 'close') {
    if (isOpen) return 'close'
    return mark.leads || (opens && mark.wordAfter) ? 'open' : 'ignore'
  }
  if (!isOpen) return opens ? 'open' : 'ignore'
  const reopens = mark.gapBefore && mark.wordAfter && ahead.double
  return reopens ? 'reopen' : 'close'
}

/** Left-flanking, as CommonMark has it: a gap before, none after; a lost space after a stop is forgiven. */
function opensDouble({ mark, open, at, previous }: Place): boolean {
  const afterOpening = mark.afterMark && previous !== undefined && open.includes(previous)
  const afterStop = at < 0 && mark.wordAfter && !mark.afterMark
  return !mark.spaceAfter && (mark.gapBefore || afterOpening || afterStop)
}

function stepOfSingle({ mark, open, at, ahead }: Place): Step {
  const innermost = at >= 0 && at === open.length - 1
  if (innermost && closes(mark)) {
    const better = ahead.closingSingle && !ahead.openingSingleFirst
    return mark.possessive && better ? 'ignore' : 'close'
  }
  return at < 0 && opensSingle(mark) && ahead.closingSingle ? 'open' : 'ignore'
}

function closes(mark: Mark): boolean {
  return mark.turned !== 'open' && !mark.gapBefore && !mark.wordAfter
}

function opensSingle(mark: Mark): boolean {
  if (!mark.mayOpen || !mark.wordAfter) return false
  return mark.turned === 'open' || (mark.turned === 'either' && (mark.gapBefore || mark.afterMark))
}
