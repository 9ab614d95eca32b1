// Finds the words that tell what a chat thread is about.
import type { AskedWord } from '../../search/search-index.ts'
import { tokens } from '../../search/text/tokenize.ts'
import { threadStopWords } from './thread-stop-words.ts'

/** A word of a thread: as last written, whether it is a name, the indices of its messages, and its strength. */
export type ThreadWord = AskedWord & { written: string; name: boolean; messages: number[]; strength: number }

/**
 * A message counts for this share of the next one; the first counts for at least the second number, as it states the
 * topic.
 */
const RECENCY_DECAY = 0.93
const MIN_FIRST_MESSAGE_WEIGHT = 0.6

/** Names count for this many times as much as other words. */
const NAME_FACTOR = 2

/**
 * Returns the words of messages (oldest first), strongest first, by how recently and how often they occur. Stop words
 * and chatter are left out.
 */
export function threadWordsIn(messages: string[]): ThreadWord[] {
  const words = new Map<string, ThreadWord>()
  for (const [i, text] of messages.entries()) {
    const weight = Math.max(
      RECENCY_DECAY ** (messages.length - 1 - i),
      i === 0 ? MIN_FIRST_MESSAGE_WEIGHT : 0,
    )
    for (const [term, { name, ...word }] of wordsIn(text)) {
      const earlier = words.get(term) ?? { name: false, messages: [], strength: 0 }
      words.set(term, {
        term,
        ...word,
        name: name || earlier.name,
        messages: [...earlier.messages, i],
        strength: earlier.strength + weight,
      })
    }
  }
  return [...words.values()]
    .map((word) => ({ ...word, strength: word.strength * (word.name ? NAME_FACTOR : 1) }))
    .toSorted((a, b) => b.strength - a.strength)
}

type WrittenWord = Pick<ThreadWord, 'word' | 'written' | 'name'>

/** Returns the content words of one message by term, each once. */
function wordsIn(text: string): Map<string, WrittenWord> {
  const found = new Map<string, WrittenWord>()
  for (const { word, term, stop, start, end } of tokens(text.replace(NEWS_BUDGET, blank))) {
    if (stop || threadStopWords.has(word) || word.length < 3) continue
    found.set(term, {
      word,
      written: text.slice(start, end),
      name: found.get(term)?.name || isName(text, start),
    })
  }
  return found
}

/** The plan of a newspaper's next edition, which is no city's budget: "on today's budget", "the budget line". */
const NEWS_BUDGET =
  /\bon (?:the|our|today['’]s|tonight['’]s|tomorrow['’]s) (?:news )?budget\b|\b(?:news|today['’]s|tomorrow['’]s) budget\b|\bbudget (?=lines?\b|meeting\b|slot\b)/giu

const blank = (text: string) => ' '.repeat(text.length)

/** Returns whether a word has a capital that does not begin a sentence. */
function isName(text: string, start: number): boolean {
  if (!/^\p{Lu}/u.test(text.slice(start, start + 2))) return false
  return /[\p{L}\p{N},’'"”)] *$/u.test(text.slice(Math.max(0, start - 4), start))
}
