// Suggests speakers, outlets, authors and articles while a person types.
import { newestFirst } from '../archive/by-date.ts'
import { quotabilityOf } from '../archive/quotability.ts'
import type { IndexedStory } from '../search/search-index.ts'
import type { Desk } from './desk.ts'

/** The kinds of names that can be suggested. */
export type SuggestionKind = 'speaker' | 'outlet' | 'author' | 'article'

/** `label` is what a person reads, `value` what the command is then given. */
export type Suggestion = { value: string; label: string }

/** The maximum number of suggestions that Discord and Slack show. */
const MAX_SUGGESTIONS = 25

/** A suggestion with the stories that it comes from; `folded` is its label for comparison. */
type SuggestionEntry = Suggestion & { folded: string; stories: IndexedStory[] }

/**
 * Returns a function that suggests names of a kind from the coverage: those that begin with the typed text before
 * those with a later word that does. It works in memory and rebuilds its lists when the index has changed. A name is
 * left out where none of its stories may be quoted now.
 */
export function openSuggestions(
  desk: Pick<Desk, 'index' | 'now'>,
): (kind: SuggestionKind, typed: string) => Suggestion[] {
  const cache = new Map<SuggestionKind, { at: number; entries: SuggestionEntry[] }>()

  function entriesOf(kind: SuggestionKind): SuggestionEntry[] {
    const { index } = desk
    const at = index.indexedAt().getTime()
    const cached = cache.get(kind)
    if (cached?.at === at) return cached.entries
    const entries = entriesOfKind(kind, index.stories())
    cache.set(kind, { at, entries })
    return entries
  }

  return (kind, typed) => {
    const at = desk.now()
    const asked = foldTyped(typed)
    const open = (entry: SuggestionEntry) =>
      entry.stories.some((story) => quotabilityOf(story, at) === 'quotable')
    const fitting = (fits: (folded: string) => boolean) => {
      const found: SuggestionEntry[] = []
      for (const entry of entriesOf(kind)) {
        if (found.length === MAX_SUGGESTIONS) break
        if (fits(entry.folded) && open(entry)) found.push(entry)
      }
      return found
    }
    const first = fitting((folded) => folded.startsWith(asked))
    const later = fitting((folded) => !folded.startsWith(asked) && folded.includes(` ${asked}`))
    return [...first, ...later].slice(0, MAX_SUGGESTIONS).map(({ value, label }) => ({ value, label }))
  }
}

/** Returns a text without case and accents, and with straight apostrophes. */
const foldTyped = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase().trim()

/** Returns all names of a kind with their stories: those with the most stories first, articles newest first. */
function entriesOfKind(kind: SuggestionKind, stories: Iterable<IndexedStory>): SuggestionEntry[] {
  const entries = new Map<string, SuggestionEntry>()
  for (const story of stories) {
    for (const { value, label } of namesIn(story, kind)) {
      const entry = entries.get(value) ?? { value, label, folded: foldTyped(label), stories: [] }
      entry.stories.push(story)
      entries.set(value, entry)
    }
  }
  const order = kind === 'article' ? newestStoryFirst : mostFirst
  return [...entries.values()].toSorted((a, b) => order(a, b) || (a.folded < b.folded ? -1 : 1))
}

function namesIn(story: IndexedStory, kind: SuggestionKind): Suggestion[] {
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

const mostFirst = (a: SuggestionEntry, b: SuggestionEntry) => b.stories.length - a.stories.length
const newestStoryFirst = (a: SuggestionEntry, b: SuggestionEntry) => newestFirst(dateOf(a), dateOf(b))
const dateOf = ({ stories: [story] }: SuggestionEntry) => ({ publishedAt: story?.publishedAt ?? null })
