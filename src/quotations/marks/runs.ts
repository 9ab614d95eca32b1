import type { Span } from '../../archive/article.ts'
import { findMarks, type Mark } from './marks.ts'
import { pairMarks } from './pairing.ts'
import { findParagraphs } from './paragraphs.ts'
import { placeUnclosed } from './unclosed.ts'

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

const TAG = /<\/?[a-z][^<>]*>/gi
const WORDS = /[\p{L}\p{N}]/u

/** Every quoted run of a text, in its order, an outer run before those inside it. Linear in its length. */
export function findRuns(text: string): Run[] {
  const plain = text.replace(TAG, blank)
  const paragraphs = findParagraphs(plain).map((span) => ({ span, marks: findMarks(plain, span) }))
  const runs = paragraphs.flatMap(({ span, marks }, i) => {
    const next = paragraphs[i + 1]
    const runsOn = next !== undefined && opensWithMark(plain, next.span, next.marks)
    return runsOf(plain, marks, { end: span.end, runsOn })
  })
  return nest(runs.filter(({ start, end }) => WORDS.test(text.slice(start, end))))
}

/** Markup has quotation marks of its own: blanks in its place keep every offset. */
function blank(tag: string): string {
  return tag.replace(/[^\n]/g, ' ')
}

function opensWithMark(text: string, paragraph: Span, [first]: Mark[]): boolean {
  return first?.kind === 'double' && !WORDS.test(text.slice(paragraph.start, first.start))
}

/** The runs of one paragraph: `last` is its end, and whether a run left open there would run on. */
function runsOf(text: string, marks: Mark[], last: { end: number; runsOn: boolean }): Run[] {
  const { pairs, open } = pairMarks(marks)
  const runs = pairs.map(([from, to]) => between(from, to.start))
  return open
    ? placeUnclosed(text, runs, { ...between(open, last.end), closed: false, runsOn: last.runsOn })
    : runs
}

function between(mark: Mark, end: number): Run {
  return { start: mark.end, end, depth: 0, mark: mark.kind, closed: true, runsOn: false }
}

function nest(runs: Run[]): Run[] {
  const around: Run[] = []
  return runs
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((run) => {
      while ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= run.start) around.pop()
      return { ...run, depth: around.push(run) - 1 }
    })
}
