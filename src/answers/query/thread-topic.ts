import type { AskedWord } from '../../search/search-index.ts'
import { tokens } from '../../search/text/tokenize.ts'
import { chatter } from './thread-stop-words.ts'

/** A word of a thread: how it was written last, whether it is a name, in which messages, and how much was made of it. */
export type Heard = AskedWord & { written: string; name: boolean; messages: number[]; strength: number }

/** What a message counts for is this share of what the next one does; the first one says what it is about. */
const FADING = 0.93
const FIRST = 0.6

/** A name tells more of what is talked about than another word. */
const NAME = 2

/**
 * The words of messages (oldest first), strongest first: by how recently and how often they were said. Chatter and
 * stop words are none.
 */
export function heardIn(messages: string[]): Heard[] {
  const heard = new Map<string, Heard>()
  for (const [i, text] of messages.entries()) {
    const weight = Math.max(FADING ** (messages.length - 1 - i), i === 0 ? FIRST : 0)
    for (const [term, { name, ...word }] of wordsIn(text)) {
      const before = heard.get(term) ?? { name: false, messages: [], strength: 0 }
      heard.set(term, {
        term,
        ...word,
        name: name || before.name,
        messages: [...before.messages, i],
        strength: before.strength + weight,
      })
    }
  }
  return [...heard.values()]
    .map((word) => ({ ...word, strength: word.strength * (word.name ? NAME : 1) }))
    .toSorted((a, b) => b.strength - a.strength)
}

type Written = Pick<Heard, 'word' | 'written' | 'name'>

/** The telling words of one message, each once. */
function wordsIn(text: string): Map<string, Written> {
  const found = new Map<string, Written>()
  for (const { word, term, stop, start, end } of tokens(text)) {
    if (stop || chatter.has(word) || word.length < 3) continue
    found.set(term, {
      word,
      written: text.slice(start, end),
      name: found.get(term)?.name || isName(text, start),
    })
  }
  return found
}

/** A name is written with a capital that no sentence’s beginning accounts for. */
function isName(text: string, start: number): boolean {
  if (!/^\p{Lu}/u.test(text.slice(start, start + 2))) return false
  return /[\p{L}\p{N},’'"”)] *$/u.test(text.slice(Math.max(0, start - 4), start))
}
