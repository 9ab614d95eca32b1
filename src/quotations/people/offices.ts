// Compares the office in a description ("the shadow chancellor") with the offices that an article gives to people.
import { nounKind } from '../language/noun-kinds.ts'
import { TITLES } from '../language/word-lists.ts'
import { expandTitle } from './abbreviated-titles.ts'
import type { Tagged } from './mentions.ts'

/**
 * An office as words say it: its noun with the full titles it may stand for, its rank words ("shadow"), and the lower-case
 * names beside it ("NATO secretary general", "mayor of Corran").
 */
export type Office = { nouns: string[]; ranks: string[]; places: string[] }

/** Words before a title that make it another office than the title alone. */
const RANKS = new Set(
  `shadow deputy vice assistant associate under junior acting interim co former ex lieutenant sub night honorary
  president-elect elect lt.`.split(/\s+/),
)
const PERSON_KINDS = new Set([1, 6])
const COMPLEMENT_PREPOSITION = /^(?:of|at|for|in)$/
/** How many words after a title are read for the body or place it belongs to. */
const MAX_COMPLEMENT_WORDS = 8

/** Returns the office that the words from `from` to `to` name, with its complement; undefined where they name none. */
export function officeOf(tagged: Tagged, from: number, to: number): Office | undefined {
  const { words, tags } = tagged
  let at = to
  while (at >= from && !isOfficeNoun(words[at]?.lower ?? '')) at--
  if (at < from) return undefined
  const before = words.slice(from, at)
  const named = before.filter((_, i) => tags[from + i] === 'name' || tags[from + i] === 'noun')
  return {
    nouns: expandTitle(words[at]?.lower ?? ''),
    ranks: before.map(({ lower }) => lower.replace(/-.*$/, '')).filter((word) => RANKS.has(word)),
    places: [
      ...named.flatMap(({ lower, text }) => (isPlaceWord(text, lower) ? [lower] : [])),
      ...complement(tagged, at + 1),
    ],
  }
}

const isOfficeNoun = (lower: string) => TITLES.has(lower) || PERSON_KINDS.has(nounKind(lower))

/** Whether a word before a title names a body or place: capitalized, and no title itself. */
const isPlaceWord = (text: string, lower: string) => /^\p{Lu}/u.test(text) && !isOfficeNoun(lower)

/** Returns the names after "of", "at", "for" or "in": "the mayor of Corran", "an executive at The Ledger". */
function complement({ words, tags }: Tagged, from: number): string[] {
  if (!COMPLEMENT_PREPOSITION.test(words[from]?.lower ?? '')) return []
  const found: string[] = []
  for (let i = from + 1; i <= from + MAX_COMPLEMENT_WORDS && i < tags.length; i++) {
    if (tags[i] === 'name') found.push(words[i]?.lower ?? '')
    else if (tags[i] !== 'determiner' && tags[i] !== 'noun' && tags[i] !== 'possessive') break
  }
  return found
}

/** Whether a description of an office may be of somebody who holds another one: same noun, same rank, no other place. */
export function isSameOffice(described: Office, held: Office): boolean {
  return (
    described.nouns.some((noun) => held.nouns.includes(noun)) &&
    sameWords(described.ranks, held.ranks) &&
    (described.places.length === 0 ||
      held.places.length === 0 ||
      described.places.some((place) => held.places.includes(place)))
  )
}

const sameWords = (a: string[], b: string[]) => a.length === b.length && a.every((word) => b.includes(word))
