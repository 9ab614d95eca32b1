import { newestFirst } from '../archive/by-date.ts'
import { standing } from '../archive/quotability.ts'
import type { IndexedStory } from '../search/search-index.ts'
import type { Desk } from './desk.ts'

/** What can be suggested while a person types. */
export type Suggestible = 'speaker' | 'outlet' | 'author' | 'article'

/** A suggestion is what a person reads, and the value that a question is then asked with. */
export type Suggestion = { value: string; label: string }

/** As many as Discord and Slack show at most. */
const MOST = 25

/** A suggestion with the stories that it comes from, and its words for comparing. */
type Entry = Suggestion & { folded: string; stories: IndexedStory[] }

/**
 * Opens the suggestions of a desk: names that the coverage has, those that begin with what is typed before those
 * where a later word does, in memory. A name that only stories have which may not be quoted now is not suggested.
 */
export function openSuggestions({
  index,
  now,
}: Pick<Desk, 'index' | 'now'>): (kind: Suggestible, typed: string) => Suggestion[] {
  const known = new Map<Suggestible, { at: number; entries: Entry[] }>()

  function entriesOf(kind: Suggestible): Entry[] {
    const at = index.indexedAt().getTime()
    const held = known.get(kind)
    if (held?.at === at) return held.entries
    const entries = collected(kind, index.stories())
    known.set(kind, { at, entries })
    return entries
  }

  return (kind, typed) => {
    const at = now()
    const asked = fold(typed)
    const open = (entry: Entry) => entry.stories.some((story) => standing(story, at) === 'quotable')
    const fitting = (fits: (folded: string) => boolean) => {
      const found: Entry[] = []
      for (const entry of entriesOf(kind)) {
        if (found.length === MOST) break
        if (fits(entry.folded) && open(entry)) found.push(entry)
      }
      return found
    }
    const first = fitting((folded) => folded.startsWith(asked))
    const later = fitting((folded) => !folded.startsWith(asked) && folded.includes(` ${asked}`))
    return [...first, ...later].slice(0, MOST).map(({ value, label }) => ({ value, label }))
  }
}

/** Letters as they are typed in a hurry: no case, no accents, plain apostrophes. */
const fold = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase().trim()

/** Every name of a kind with the stories that have it: what many stories have comes first, of articles the newest. */
function collected(kind: Suggestible, stories: Iterable<IndexedStory>): Entry[] {
  const entries = new Map<string, Entry>()
  for (const story of stories) {
    for (const { value, label } of namesIn(story, kind)) {
      const entry = entries.get(value) ?? { value, label, folded: fold(label), stories: [] }
      entry.stories.push(story)
      entries.set(value, entry)
    }
  }
  const order = kind === 'article' ? newestStoryFirst : mostFirst
  return [...entries.values()].toSorted((a, b) => order(a, b) || (a.folded < b.folded ? -1 : 1))
}

function namesIn(story: IndexedStory, kind: Suggestible): Suggestion[] {
  const named = (names: string[]) => names.map((name) => ({ value: name, label: name }))
  switch (kind) {
    case 'speaker':
      return named(story.speakers)
    case 'outlet':
      return story.outlet ? named([story.outlet]) : []
    case 'author':
      return named(story.authors)
    case 'article':
      return [{ value: story.id, label: story.headline }]
  }
}

const mostFirst = (a: Entry, b: Entry) => b.stories.length - a.stories.length
const newestStoryFirst = (a: Entry, b: Entry) => newestFirst(dateOf(a), dateOf(b))
const dateOf = ({ stories: [story] }: Entry) => ({ publishedAt: story?.publishedAt ?? null })
