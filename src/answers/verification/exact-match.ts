// Finds asked words in published ones to the word, with what they leave out.
import type { Article, Span } from '../../archive/article.ts'
import type { AskedWords } from './asked-runs.ts'
import { type ComparedWord, joinCompounds } from './compared-words.ts'
import { inAnyCase, type Placement, placementsOf, type WordEquality } from './locate-runs.ts'
import { isTurned, omittedIn } from './omissions.ts'

/** Where asked words stand, the words that they leave out, and whether leaving those out turns the sense. */
export type ExactMatch = Span & { omitted: string[]; isTurned: boolean }

/**
 * Returns where asked words stand in published ones to the word; null where they do not. Where they stand several times,
 * the place counts where least is left out, and no word that turns the sense.
 */
export function exactMatch(
  asked: AskedWords,
  published: ComparedWord[],
  article: Article,
): ExactMatch | null {
  for (const find of placementFinders(asked, published)) {
    const matches = find().map((placement) => matchAt(placement, article))
    const [best] = matches.toSorted(
      (a, b) => Number(a.isTurned) - Number(b.isTurned) || lengthOf(a.omitted) - lengthOf(b.omitted),
    )
    if (best) return best
  }
  return null
}

const lengthOf = (texts: string[]) => texts.join(' ').length

const matchAt = ({ start, end, gaps }: Placement, article: Article): ExactMatch => ({
  ...{ start, end },
  omitted: gaps.flatMap((gap) => omittedIn(gap, article)),
  isTurned: gaps.some((gap) => isTurned(gap, article)),
})

/**
 * Returns the ways to look for asked words, strictest first: with what stands in brackets, without an editor's
 * insertions on either side, and in any case where print has the words in capitals.
 */
function placementFinders({ ways, same }: AskedWords, published: ComparedWord[]): (() => Placement[])[] {
  const printed = published.some(({ inserted }) => inserted)
    ? [published, published.filter(isOwn)]
    : [published]
  const find = (equal: WordEquality) =>
    printed.flatMap((words) => ways.map((some) => () => placementsInPrint(words, some, equal)))
  return [
    ...find(same),
    ...find(inAnyCase).map((one) => () => one().filter((at) => isInCapitals(at, published))),
  ]
}

const isOwn = ({ inserted }: ComparedWord) => !inserted

function placementsInPrint(words: ComparedWord[], runs: ComparedWord[][], same: WordEquality): Placement[] {
  const all = runs.flat()
  return placementsOf(
    joinCompounds(words, all),
    runs.map((run) => joinCompounds(run, words)),
    same,
  )
}

/** Returns whether print has the words of a place in capitals; one word alone may be an abbreviation. */
function isInCapitals({ start, end }: Span, published: ComparedWord[]): boolean {
  const words = published.filter((word) => start <= word.start && word.end <= end).map(({ word }) => word)
  return words.length > 1 && words.every((word) => word === word.toUpperCase())
}
