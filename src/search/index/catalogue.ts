/** Knows the stories of an index by what narrows a question, so that no question walks through all of them. */
import { dateRangeOf, newestFirst } from '../../archive/by-date.ts'
import type { Eligible, IndexedStory, StoryFilter } from '../search-index.ts'
import { tokens } from '../text/tokenize.ts'
import { type Groups, keysWithin, openGroups } from './groups.ts'
import { openCounts } from './outlet-counts.ts'

/** After the last of all days. */
const LAST_DAY = '~'

/** A zone moves an instant by a day at most: the first and the last moment are of so many first and last days. */
const DAYS_AT_AN_END = 3

export function openCatalogue(earlier: Iterable<IndexedStory> = []) {
  const stories = new Map<string, IndexedStory>()
  const retracted = new Set<string>()
  const by = {
    outlet: openGroups(),
    author: openGroups(),
    url: openGroups(),
    word: openGroups(),
    day: openGroups(),
  }
  /** The same, of those that may be quoted. */
  const quotable = { outlet: openGroups(), day: openGroups() }
  const counts = openCounts()

  function groupsOf({
    outlet,
    authors,
    url,
    headline,
    publishedAt,
    status,
  }: IndexedStory): [Groups, string][] {
    const ofOutlet = outlet === null ? [] : [by.outlet, ...(status === 'retracted' ? [] : [quotable.outlet])]
    const ofDay = publishedAt === null ? [] : [by.day, ...(status === 'retracted' ? [] : [quotable.day])]
    return [
      ...ofOutlet.map((groups): [Groups, string] => [groups, outlet ?? '']),
      ...ofDay.map((groups): [Groups, string] => [groups, publishedAt?.slice(0, 10) ?? '']),
      ...authors.map((author): [Groups, string] => [by.author, author]),
      ...(url === null ? [] : [[by.url, url] as [Groups, string]]),
      ...wordsOf(headline).map((word): [Groups, string] => [by.word, word]),
    ]
  }

  function remove(id: string) {
    const story = stories.get(id)
    if (story) for (const [groups, key] of groupsOf(story)) groups.remove(key, id)
    if (story && !retracted.has(id)) counts.remove(story)
    stories.delete(id)
    retracted.delete(id)
  }

  function put(story: IndexedStory) {
    remove(story.id)
    stories.set(story.id, story)
    if (story.status === 'retracted') retracted.add(story.id)
    else counts.add(story)
    for (const [groups, key] of groupsOf(story)) groups.add(key, story.id)
  }

  /** The ids that a filter lets through; null: all. */
  function idsOf({ outlet, author, article, after, before }: StoryFilter): ReadonlySet<string> | null {
    const isOpen = after === null && before === null
    const sets = [
      outlet === null ? null : named(by.outlet, outlet),
      author === null ? null : named(by.author, author),
      article === null ? null : articlesNamed(article),
      isOpen ? null : by.day.ofAll(keysWithin(by.day.keys(), after ?? '', before ?? LAST_DAY)),
    ].filter((set) => set !== null)
    const [first, ...others] = sets.toSorted((a, b) => a.size - b.size)
    return first ? others.reduce((left, one) => left.intersection(one), first) : null
  }

  /** The articles of an id, of an address, or whose headline has all the words. */
  function articlesNamed(asked: string): ReadonlySet<string> {
    const [first, ...others] = wordsOf(asked).map(by.word.of)
    const byWords = others.reduce((left, one) => left.intersection(one), first ?? new Set())
    return byWords.union(by.url.of(asked)).union(new Set(stories.has(asked) ? [asked] : []))
  }

  const isQuotable = (id: string) => stories.has(id) && !retracted.has(id)
  const datesOf = (ids: Iterable<string>) => [...ids].flatMap((id) => stories.get(id)?.publishedAt ?? [])

  /** The days at both ends of the coverage. */
  function daysAtTheEnds(): string[] {
    const days = quotable.day.keys()
    return [...new Set([...days.slice(0, DAYS_AT_AN_END), ...days.slice(-DAYS_AT_AN_END)])]
  }

  function factsOf(ids: ReadonlySet<string> | null): Pick<Eligible, 'count' | 'outlets' | 'span'> {
    if (ids === null) {
      const span = dateRangeOf(datesOf(quotable.day.ofAll(daysAtTheEnds())))
      return { count: stories.size - retracted.size, outlets: quotable.outlet.keys(), span }
    }
    const own = [...ids].filter(isQuotable)
    const outlets = [...new Set(own.flatMap((id) => stories.get(id)?.outlet ?? []))]
    return { count: own.length, outlets, span: dateRangeOf(datesOf(own)) }
  }

  /** A zone moves a moment by a day at most: those of the days after so many are no newer. */
  function newest(most: number): IndexedStory[] {
    const found: IndexedStory[] = []
    let beyond = 0
    for (const day of quotable.day.keys().toReversed()) {
      if (found.length >= most && ++beyond > DAYS_AT_AN_END) break
      for (const id of quotable.day.of(day)) found.push(stories.get(id) as IndexedStory)
    }
    return found.toSorted(newestFirst).slice(0, most)
  }

  for (const story of earlier) put(story)
  return {
    put,
    remove,
    newest,
    quotable: counts.all,
    story: (id: string): IndexedStory | null => stories.get(id) ?? null,
    stories: (): Iterable<IndexedStory> => stories.values(),
    eligible(filter: StoryFilter): Eligible {
      const ids = idsOf(filter)
      const isIn = (id: string) => isQuotable(id) && (ids === null || ids.has(id))
      return {
        ...factsOf(ids),
        ids,
        isQuotable: isIn,
        onDays(days) {
          const keys = days.flatMap(({ from, to }) => keysWithin(quotable.day.keys(), from, to))
          return new Set([...quotable.day.ofAll(keys)].filter(isIn))
        },
      }
    },
  }
}

/** The ids of those groups whose names have all the words asked for; what has no words ("!!!") names nothing. */
function named(groups: Groups, asked: string): ReadonlySet<string> {
  const wanted = wordsOf(asked)
  const fits = (words: readonly string[]) => wanted.length > 0 && wanted.every((word) => words.includes(word))
  return groups.ofAll(groups.keys().filter((name) => fits(wordsOf(name))))
}

const wordsOf = (text: string) => [...new Set(tokens(text).map(({ word }) => word))]
