// Makes questions out of articles, each of words that stand there.
import type { Article } from '../../src/archive/article.ts'
import { tokens } from '../../src/search/text/tokenize.ts'
import { randomFrom } from './weave.ts'

/** Questions of each kind. */
export type Questions = Record<'who' | 'about' | 'context' | 'check' | 'coverage' | 'speaker', string[]>

/** So many articles are asked about, one question of each kind. */
const ASKED = 200

export function questionsOn(articles: Article[]): Questions {
  const random = randomFrom(11)
  const questions: Questions = { who: [], about: [], context: [], check: [], coverage: [], speaker: [] }
  const any = <Item>(items: Item[]) => items[Math.floor(random() * items.length)] as Item
  for (let n = 0; n < ASKED; n++) {
    const { version, headline } = any(articles)
    const { passages, quotations, text } = version
    const passage = any(passages)
    questions.context.push(some(text.slice(passage.start, passage.end), 6, random))
    questions.coverage.push(some(headline, 2, random))
    if (quotations.length === 0) continue
    const { start, end, speaker } = any(quotations)
    const said = text.slice(start, end)
    questions.who.push(`who said ${some(said, 3, random)}`)
    questions.check.push(said.replace(/\p{L}{5,}/u, 'indeed'))
    if (speaker === null) continue
    questions.about.push(`what did ${speaker} say about ${some(said, 2, random)}`)
    questions.speaker.push(speaker)
  }
  return questions
}

/** Some of the words of a text that tell something, in its order. */
function some(text: string, count: number, random: () => number): string {
  const words = tokens(text).filter(({ stop, word }) => !stop && word.length > 3)
  const chosen = new Set(words.toSorted(() => random() - 0.5).slice(0, count))
  return (
    words
      .filter((word) => chosen.has(word))
      .map(({ word }) => word)
      .join(' ') || 'please'
  )
}
