// Makes training questions from passages by rule: a word of a kind is asked for by others, as somebody remembers them.
import type { IndexedStory, Piece, SearchIndex } from '../../src/search/search-index.ts'
import type { Token } from '../../src/search/text/tokenize.ts'
import { remembered, seeded, telling } from './paraphrases.ts'
import type { Question } from './question-sets.ts'

/** Words of a passage that is asked about, at least; how many of them a question has; how often one from around it. */
const MIN_WORDS = 10
const [LEAST, MOST] = [3, 6]
const FROM_AROUND = 0.3

/** Another passage of the right story counts so much. */
const OF_STORY = 0.1

/** How words are asked for, by how they are written. */
const ASKED_BY: { written: RegExp; openers: string[] }[] = [
  { written: /^(?:19|20)\d\d$/u, openers: ['when', 'what year'] },
  { written: /^\d/u, openers: ['how many', 'how much', 'what number of'] },
  { written: /^\p{Lu}/u, openers: ['who', 'where', 'which', 'what'] },
  { written: /./u, openers: ['what', 'why', 'how'] },
]

/** So many questions; the same index gives the same ones. */
export function passageQuestions(index: SearchIndex, count: number): Question[] {
  const draw = seeded(17)
  const pick = <One>(all: One[]): One => all[Math.floor(draw() * all.length)] as One
  const stories = [...index.stories()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const made: Question[] = []
  while (made.length < count) {
    const story = pick(stories)
    const { passages } = index.piecesOf(story.id)
    const at = Math.floor(draw() * passages.length)
    const piece = passages[at]
    const own = telling(piece?.text ?? '')
    if (!piece || own.length < MIN_WORDS) continue
    const asked = pick(own)
    const around = telling(
      `${story.headline} ${passages[at - 1]?.text ?? ''} ${passages[at + 1]?.text ?? ''}`,
    )
    const words = wordsAround(asked, own).map((token) => (draw() < FROM_AROUND ? pick(around) : token))
    const text = [openerOf(piece.text.slice(asked.start, asked.end)), ...words.map(said)].join(' ')
    made.push(questionOf(text.toLowerCase(), { story, piece, id: `${made.length}` }))
  }
  return made

  /** Some of the words of a passage, in its order, from about the one that is asked for, and without it. */
  function wordsAround(asked: Token, own: Token[]): Token[] {
    const number = LEAST + Math.floor(draw() * (MOST - LEAST + 1))
    const from = Math.max(0, own.indexOf(asked) - Math.floor(draw() * number * 2))
    return own
      .slice(from, from + 2 * number)
      .filter((one) => one.term !== asked.term && draw() < 0.6)
      .slice(0, number)
  }

  function said(token: Token): string {
    return remembered(token, draw)
  }

  function openerOf(written: string): string {
    return pick(ASKED_BY.find((one) => one.written.test(written))?.openers ?? ['what'])
  }
}

type Made = { story: IndexedStory; piece: Piece; id: string }

const questionOf = (text: string, { story, piece, id }: Made): Question => ({
  set: 'passages',
  id,
  kind: 'fact',
  command: 'context',
  text,
  fold: story.publishedAt?.slice(0, 10) ?? story.id,
  label: (other) => {
    const isStory = other.articleId === piece.articleId
    return { gain: isStory && other.ordinal === piece.ordinal ? 1 : isStory ? OF_STORY : 0, isStory }
  },
})
