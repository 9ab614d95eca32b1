import type { Answer } from './answer.ts'
import { context } from './context.ts'
import type { Desk } from './desk.ts'
import { scopeOf } from './query/eligible-stories.ts'
import { questionOf } from './query/question.ts'
import { type Heard, heardIn } from './query/thread-topic.ts'

/** What was looked for, and what it brought. */
export type Looked = { words: string[]; answer: Answer }

/** Words that are weighed by how rare they are in the coverage; how many are looked for at once, or else. */
const WEIGHED = 60
const MANY = 8
const FEW = 4

/** Messages that are looked up by themselves where the thread as a whole brings nothing. */
const MESSAGES = 3

/**
 * The passages that bear on what messages are about: on the words that tell most of all of them or, where that is too
 * much at once, on fewer, or on those of one message. Null where nothing in them tells anything.
 */
export async function lookUp(messages: string[], limit: number, desk: Desk): Promise<Looked | null> {
  const telling = await weighed(heardIn(messages), desk)
  let first: Looked | null = null
  for (const words of askings(telling)) {
    const looked = { words, answer: await context({ text: words.join(' '), limit }, desk) }
    if (looked.answer.kind === 'found') return looked
    first ??= looked
  }
  return first
}

/** The words to look for, one try after another. */
function askings(telling: Heard[]): string[][] {
  const tries = [telling.slice(0, MANY), telling.slice(0, FEW), ...byMessage(telling)]
  const written = tries.map((words) => words.map((word) => word.written))
  return written.filter(
    (words, i) => words.length && written.findIndex((one) => one.join() === words.join()) === i,
  )
}

/** The telling words of the messages that tell most. */
function byMessage(telling: Heard[]): Heard[][] {
  const messages = [...new Set(telling.flatMap((word) => word.messages))]
  const own = messages.map((message) =>
    telling.filter((word) => word.messages.includes(message)).slice(0, MANY),
  )
  const strength = (words: Heard[]) => words.reduce((sum, word) => sum + word.strength, 0)
  return own.toSorted((a, b) => strength(b) - strength(a)).slice(0, MESSAGES)
}

/** No text has the empty word: it weighs what any unknown word does. */
const NOWHERE = { word: '', term: '' }

/** Words by how much they tell of the coverage. One that no text has is nothing to look for, unless it may be a name. */
async function weighed(heard: Heard[], desk: Desk): Promise<Heard[]> {
  const words = heard.slice(0, WEIGHED)
  if (words.length === 0) return []
  const { open } = scopeOf(questionOf({ text: '' }, desk.now()), desk)
  const { weights } = await desk.index.passages({
    words: [...words, NOWHERE],
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
