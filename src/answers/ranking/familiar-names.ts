// Tells the surname of whom a first name alone is used for in stories: “Hillary” for Clinton.
import { termOf, tokens } from '../../search/text/tokenize.ts'

/** A surname's term, and the share of those of the first name who have it. */
export type Surname = { term: string; share: number }

/** A first name stands for one person where so many stories quote somebody of it, most of them the same person. */
const MIN_STORIES = 3
const MIN_SHARE = 0.5

/** The surname that each first name (as a term) stands for in some stories, by whom these quote. */
export function familiarNames(stories: Iterable<{ speakers: string[] }>): Map<string, Surname> {
  const surnames = new Map<string, Map<string, number>>()
  for (const { speakers } of stories)
    for (const speaker of speakers) {
      const { first, last } = partsOf(speaker)
      if (first === '') continue
      const counts = surnames.get(first) ?? new Map<string, number>()
      counts.set(last, (counts.get(last) ?? 0) + 1)
      surnames.set(first, counts)
    }
  return new Map([...surnames].flatMap(([first, counts]) => standsFor(first, counts)))
}

type Parts = { first: string; last: string }
const NO_NAME: Parts = { first: '', last: '' }

/** The parts of names read before; all are forgotten when they are many. */
const known = new Map<string, Parts>()
const MAX_KNOWN = 20_000

/** The first and the last name of a speaker; empty where there are not both. */
function partsOf(speaker: string): Parts {
  const before = known.get(speaker)
  if (before) return before
  const words = tokens(speaker).map(({ word }) => word)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  const isName = words.length > 1 && first.length > 1 && !/^\p{Ll}/u.test(speaker)
  const parts = isName ? { first, last } : NO_NAME
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(speaker, parts)
  return parts
}

function standsFor(first: string, counts: Map<string, number>): [string, Surname][] {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [most = ['', 0]] = [...counts].toSorted((a, b) => b[1] - a[1])
  const share = most[1] / all
  return all >= MIN_STORIES && share >= MIN_SHARE ? [[termOf(first), { term: termOf(most[0]), share }]] : []
}
