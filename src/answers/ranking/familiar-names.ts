// Tells the surname of whom a first name alone is used for in the coverage: “Hillary” for Clinton.
import type { IndexedStory, SearchIndex } from '../../search/search-index.ts'
import { termOf, tokens } from '../../search/text/tokenize.ts'

/** A surname's term, and the share of those of the first name who have it. */
export type Surname = { term: string; share: number }

/** A first name stands for one person where so many stories quote somebody of it, most of them the same person. */
const MIN_STORIES = 3
const MIN_SHARE = 0.5

const knownBy = new WeakMap<SearchIndex, { at: number; names: Map<string, Surname> }>()

/** The surname that each first name (as a term) stands for, by whom the stories quote; kept until the index changes. */
export function familiarNames(index: SearchIndex): Map<string, Surname> {
  const at = index.indexedAt().getTime()
  const known = knownBy.get(index)
  if (known?.at === at) return known.names
  const names = namesIn(index.stories())
  knownBy.set(index, { at, names })
  return names
}

function namesIn(stories: Iterable<IndexedStory>): Map<string, Surname> {
  const surnames = new Map<string, Map<string, number>>()
  for (const { speakers } of stories)
    for (const speaker of speakers) {
      const words = tokens(speaker).map(({ word }) => word)
      const [first = '', last = ''] = [words[0], words.at(-1)]
      if (words.length < 2 || first.length < 2 || /^\p{Ll}/u.test(speaker)) continue
      const counts = surnames.get(first) ?? new Map<string, number>()
      counts.set(last, (counts.get(last) ?? 0) + 1)
      surnames.set(first, counts)
    }
  return new Map([...surnames].flatMap(([first, counts]) => standsFor(first, counts)))
}

function standsFor(first: string, counts: Map<string, number>): [string, Surname][] {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [most = ['', 0]] = [...counts].toSorted((a, b) => b[1] - a[1])
  const share = most[1] / all
  return all >= MIN_STORIES && share >= MIN_SHARE ? [[termOf(first), { term: termOf(most[0]), share }]] : []
}
