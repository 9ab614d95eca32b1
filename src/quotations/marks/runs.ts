// Finds the runs of words between quotation marks.

import type { Span } from '../../archive/article.ts'
import { readConvention } from './convention.ts'
import { findMarks, type Mark } from './marks.ts'
import { pairMarks } from './pairing.ts'
import { findParagraphs } from './paragraphs.ts'
import type { Run } from './run.ts'
import { placeUnclosed } from './unclosed.ts'

const MARKUP_TAG = /<\/?[a-z][^<>]*>/gi
const GUILLEMET = /[«»‹›]/
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** Returns every quoted run of a text, in order, an outer run before those inside it. Takes linear time. */
export function findRuns(text: string): Run[] {
  const plain = text.replace(MARKUP_TAG, blank)
  const convention = readConvention(plain)
  const paragraphs = findParagraphs(plain).map((span) => ({
    span,
    marks: findMarks(plain, span, convention),
  }))
  const runs = paragraphs.flatMap(({ span, marks }, i) => {
    const next = paragraphs[i + 1]
    const runsOn = next !== undefined && opensWithMark(plain, next.span, next.marks)
    return runsOf(plain, marks, { end: span.end, runsOn })
  })
  return withDepths(runs.filter(({ start, end }) => LETTER_OR_DIGIT.test(text.slice(start, end))))
}

/** Replaces a markup tag, which has quotation marks of its own, with blanks, so that offsets stay the same. */
function blank(tag: string): string {
  return tag.replace(/[^\n]/g, ' ')
}

function opensWithMark(text: string, paragraph: Span, [first]: Mark[]): boolean {
  return first?.kind === 'double' && !LETTER_OR_DIGIT.test(text.slice(paragraph.start, first.start))
}

/** Returns the runs of one paragraph; `last` is its end, and whether an unclosed run continues after it. */
function runsOf(text: string, marks: Mark[], last: { end: number; runsOn: boolean }): Run[] {
  const { pairs, open } = pairMarks(marks)
  const runs = pairs.map(([from, to]) => withoutGaps(text, between(from, to.start)))
  return open
    ? placeUnclosed(text, runs, { ...between(open, last.end), closed: false, runsOn: last.runsOn })
    : runs
}

/** French sets spaces inside its marks, « comme ici »: they are no part of the words. */
function withoutGaps(text: string, run: Run): Run {
  if (!GUILLEMET.test(text.charAt(run.start - 1))) return run
  const words = text.slice(run.start, run.end)
  const start = run.start + words.length - words.trimStart().length
  return { ...run, start, end: start + words.trim().length }
}

function between(mark: Mark, end: number): Run {
  return {
    start: mark.end,
    end,
    depth: 0,
    mark: mark.kind === 'single' ? 'single' : 'double',
    closed: true,
    runsOn: false,
  }
}

function withDepths(runs: Run[]): Run[] {
  const around: Run[] = []
  return runs
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((run) => {
      while ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= run.start) around.pop()
      return { ...run, depth: around.push(run) - 1 }
    })
}
