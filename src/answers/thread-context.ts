// Finds the passages that bear on what a chat thread is about.
import type { Answer } from './answer.ts'
import { context } from './context.ts'
import { type Desk, todayOf } from './desk.ts'
import { scopeOf } from './query/eligible-stories.ts'
import { questionOf } from './query/question.ts'
import { type ThreadWord, threadWordsIn } from './query/thread-words.ts'

/** The words looked for, and the answer to them. */
export type ThreadContext = { words: string[]; answer: Answer }

/** The maximum number of words weighed by their rarity in the coverage. */
const MAX_WEIGHED_WORDS = 60
const MAX_WORDS_PER_TRY = 8
const MAX_WORDS_OF_SHORT_TRY = 4

/** The maximum number of single messages tried where the thread as a whole finds nothing. */
const MAX_MESSAGE_TRIES = 3

/**
 * Looks up the most telling words of all messages; where that finds nothing, fewer of them, and then those of single
 * messages. Returns null where no message has a telling word. `limit` is the maximum number of passages.
 */
export async function threadContext(
  messages: string[],
  limit: number,
  desk: Desk,
): Promise<ThreadContext | null> {
  const weightedWords = await weighWords(threadWordsIn(messages), desk)
  let best: ThreadContext | null = null
  for (const words of wordTries(weightedWords)) {
    const tried = { words, answer: await context({ text: words.join(' '), limit }, desk) }
    if (tried.answer.kind === 'found') return tried
    if (!best || (best.answer.tier === 'nothing' && tried.answer.tier !== 'nothing')) best = tried
  }
  return best
}

/** Returns the lists of words to look for, in the order in which they are tried. */
function wordTries(weightedWords: ThreadWord[]): string[][] {
  const tries = [
    weightedWords.slice(0, MAX_WORDS_PER_TRY),
    weightedWords.slice(0, MAX_WORDS_OF_SHORT_TRY),
    ...byMessage(weightedWords),
  ]
  const written = tries.map((words) => words.map((word) => word.written))
  return written.filter(
    (words, i) => words.length && written.findIndex((one) => one.join() === words.join()) === i,
  )
}

/** Returns the words of the most telling messages, a list for each. */
function byMessage(weightedWords: ThreadWord[]): ThreadWord[][] {
  const messages = [...new Set(weightedWords.flatMap((word) => word.messages))]
  const own = messages.map((message) =>
    weightedWords.filter((word) => word.messages.includes(message)).slice(0, MAX_WORDS_PER_TRY),
  )
  const strength = (words: ThreadWord[]) => words.reduce((sum, word) => sum + word.strength, 0)
  return own.toSorted((a, b) => strength(b) - strength(a)).slice(0, MAX_MESSAGE_TRIES)
}

/** Occurs in no text, so it gets the weight of any unknown word. */
const UNKNOWN_WORD = { word: '', term: '' }

/**
 * Returns the words with their strength multiplied by their inverse document frequency, strongest first. Drops words
 * that no text has, except those with a capital, which may be names.
 */
async function weighWords(heard: ThreadWord[], desk: Desk): Promise<ThreadWord[]> {
  const words = heard.slice(0, MAX_WEIGHED_WORDS)
  if (words.length === 0) return []
  const { open } = scopeOf(questionOf({ text: '' }, { today: todayOf(desk) }), desk)
  const { weights } = await desk.index.passages({
    words: [...words, UNKNOWN_WORD],
    speakers: [],
    articles: open,
    limit: 1,
  })
  const unknown = weights.at(-1) ?? 0
  return words
    .map((word, i) => ({ ...word, weight: weights[i] ?? 0 }))
    .filter(({ written, weight }) => weight < unknown || /^\p{Lu}/u.test(written))
    .map(({ weight, ...word }) => ({ ...word, strength: word.strength * weight }))
    .toSorted((a, b) => b.strength - a.strength)
}
