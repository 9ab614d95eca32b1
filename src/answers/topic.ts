import type { AskedWord } from '../search/search-index.ts'
import { tokens } from '../search/terms.ts'
import { chatter } from './chatter.ts'

/** A word of a thread: how it was written last, whether it is a name, and how much was made of it. */
export type Heard = AskedWord & { written: string; name: boolean; strength: number }

/** What a message counts for is this share of what the next one does; the first one says what it is about. */
const FADING = 0.93
const FIRST = 0.6

/** A name tells more of what is talked about than another word. */
const NAME = 2

/** The words of messages (oldest first) by how recently and how often they were said: chatter and stop words are none. */
export function heardIn(messages: string[]): Heard[] {
  const heard = new Map<string, Heard>()
  for (const [i, text] of messages.entries()) {
    const weight = Math.max(FADING ** (messages.length - 1 - i), i === 0 ? FIRST : 0)
    for (const [term, word] of wordsOf(text)) {
      const before = heard.get(term)
      const name = word.name || (before?.name ?? false)
      heard.set(term, { term, ...word, name, strength: (before?.strength ?? 0) + weight })
    }
  }
  return [...heard.values()]
    .map((word) => ({ ...word, strength: word.strength * (word.name ? NAME : 1) }))
    .toSorted((a, b) => b.strength - a.strength)
}

/** The telling words of one message, each once. */
function wordsOf(text: string): Map<string, Omit<Heard, 'term' | 'strength'>> {
  const found = new Map<string, Omit<Heard, 'term' | 'strength'>>()
  for (const { word, term, stop, start, end } of tokens(text)) {
    if (stop || chatter.has(word) || word.length < 3) continue
    const written = text.slice(start, end)
    found.set(term, { word, written, name: found.get(term)?.name || isName(text, start) })
  }
  return found
}

/** A name is written with a capital that no sentence’s beginning accounts for. */
function isName(text: string, start: number): boolean {
  if (!/^\p{Lu}/u.test(text.slice(start, start + 2))) return false
  return /[\p{L}\p{N},’'"”)][ ]*$/u.test(text.slice(Math.max(0, start - 4), start))
}
