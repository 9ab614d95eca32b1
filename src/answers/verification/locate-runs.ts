// Finds where runs of asked words stand in published ones, and what lies between them.
import type { Span } from '../../archive/article.ts'
import type { ComparedWord } from './compared-words.ts'

/** Whether a published and an asked word are equal; `first`: the asked one begins a run. */
export type WordEquality = (published: string, asked: string, first: boolean) => boolean

/**
 * Returns how words are equal: to the letter, except for the case of a run's first word, or of all words of a text in
 * one case.
 */
export function wordEquality(text: string): WordEquality {
  const oneCase = !/\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text)
  return (published, asked, first) =>
    published === asked || ((first || oneCase) && inAnyCase(published, asked))
}

export const inAnyCase = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** The published words between two runs, with the words on either side. */
export type Gap = { before: ComparedWord; words: ComparedWord[]; after: ComparedWord }

/** Where runs stand (span), and the gaps between them. */
export type Placement = Span & { gaps: Gap[] }

/**
 * Returns the places where all runs stand, each whole and in their order: one for each place of the last run, with the
 * others as near before it as they are found.
 */
export function placementsOf(
  published: ComparedWord[],
  runs: ComparedWord[][],
  same: WordEquality,
): Placement[] {
  const last = runs.at(-1)
  if (!last) return []
  const isAt = (run: ComparedWord[], i: number) =>
    run.every(({ word }, k) => same(published[i + k]?.word ?? '', word, k === 0))
  return published.flatMap((_, i) => {
    const starts = isAt(last, i) ? startsBefore(i, runs, isAt) : null
    return starts ? [placementAt(starts, runs, published)] : []
  })
}

/** Returns the starts of all runs, the last one at `end`; null where one does not stand before the next. */
function startsBefore(
  end: number,
  runs: ComparedWord[][],
  isAt: (run: ComparedWord[], i: number) => boolean,
): number[] | null {
  const starts = [end]
  for (const run of runs.slice(0, -1).toReversed()) {
    let at = (starts[0] as number) - run.length
    while (at >= 0 && !isAt(run, at)) at--
    if (at < 0) return null
    starts.unshift(at)
  }
  return starts
}

function placementAt(starts: number[], runs: ComparedWord[][], published: ComparedWord[]): Placement {
  const ends = starts.map((start, i) => start + (runs[i]?.length ?? 0))
  const word = (i: number) => published[i] as ComparedWord
  const gaps = starts.slice(1).map((start, i) => {
    const end = ends[i] as number
    return { before: word(end - 1), words: published.slice(end, start), after: word(start) }
  })
  return { start: word(starts[0] as number).start, end: word((ends.at(-1) as number) - 1).end, gaps }
}
