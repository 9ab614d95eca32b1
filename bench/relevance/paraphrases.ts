// Makes training questions from quotations by rule: words dropped, put in other words, or taken from around them.
import { closenessOf, nearWordsOf } from '../../src/answers/query/near-words.ts'
import type { IndexedStory, Piece, SearchIndex } from '../../src/search/search-index.ts'
import { type Token, tokens } from '../../src/search/text/tokenize.ts'
import { nothingIsRight, type Question } from './question-sets.ts'

/** Words of a quotation that is asked about, at least; shares of questions and words that are treated so or so. */
const MIN_WORDS = 7
const ABOUT = 0.55
const OTHER_WORD = 0.35
const FROM_AROUND = 0.5
const SURNAME_ALONE = 0.6
const MIN_CLOSENESS = 0.25

/** A quotation of the same speaker in the same passage is half right: people remember what is beside it. */
const BESIDE = 0.5

/** Every so many questions of a speaker are asked of another one, who said nothing of it. */
const OF_ANOTHER = 4

/** So many questions; the same index gives the same ones. */
export function paraphrases(index: SearchIndex, speakerOf: SpeakerOf, count: number): Question[] {
  const draw = seeded(11)
  const pick = <One>(all: One[]): One => all[Math.floor(draw() * all.length)] as One
  const stories = [...index.stories()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const pieces = stories.flatMap((story) =>
    index
      .piecesOf(story.id)
      .quotations.filter(({ text }) => tokens(text).length >= MIN_WORDS)
      .map((piece) => ({ story, piece })),
  )
  const made: Question[] = []
  while (made.length < count) {
    const { story, piece } = pick(pieces)
    const own = telling(piece.text)
    if (own.length < 3) continue
    const around = telling(`${aroundOf(piece, index)} ${story.headline}`)
    const speaker = speakerOf(piece)
    const isAbout = speaker !== null && draw() < ABOUT
    const start = Math.floor(draw() * (own.length - 2))
    const words = Array.from({ length: 2 + Math.floor(draw() * 3) }, (_, i) =>
      isAbout && around.length && draw() < FROM_AROUND
        ? pick(around)
        : own[Math.min(own.length - 1, start + i)],
    ).flatMap((token) => (token && !speaker?.toLowerCase().includes(token.word) ? [said(token)] : []))
    if (words.length < 2) continue
    if (isAbout && made.length % OF_ANOTHER === 0) {
      const other = speakerOf(pick(pieces).piece)
      if (other === null || other === speaker) continue
      made.push(
        unanswered(`what did ${other} say about ${words.join(' ')}`.toLowerCase(), story, `${made.length}`),
      )
      continue
    }
    const name = speaker && draw() < SURNAME_ALONE ? speaker.split(' ').at(-1) : speaker
    const text = isAbout ? `what did ${name} say about ${words.join(' ')}` : `who said ${words.join(' ')}`
    made.push(questionOf(text.toLowerCase(), { story, piece, id: `${made.length}` }))
  }
  return made

  function said(token: Token): string {
    return remembered(token, draw)
  }
}

/** A word as somebody remembers it: itself, or one that is near it. */
export function remembered({ word, term }: Token, draw: () => number): string {
  const near = nearWordsOf(term).filter((one) => closenessOf(one) >= MIN_CLOSENESS)
  const other = near[Math.floor(draw() * near.length)]
  return other && draw() < OTHER_WORD ? other.term : word
}

/** The speaker's name, where the story gives one. */
export type SpeakerOf = (piece: Piece) => string | null

/** The words of a text that tell something. */
export const telling = (text: string): Token[] =>
  tokens(text).filter(({ stop, word }) => !stop && word.length > 2)

const aroundOf = (piece: Piece, index: SearchIndex): string =>
  (
    index.piecesOf(piece.articleId).passages.find(({ ordinal }) => ordinal === piece.passage.ordinal)?.text ??
    ''
  ).replace(piece.text, ' ')

type Made = { story: IndexedStory; piece: Piece; id: string }

const unanswered = (text: string, story: IndexedStory, id: string): Question => ({
  ...{ set: 'paraphrases', id, kind: 'none', command: 'quote', text },
  fold: story.publishedAt?.slice(0, 10) ?? story.id,
  label: nothingIsRight,
})

const questionOf = (text: string, { story, piece, id }: Made): Question => ({
  set: 'paraphrases',
  id,
  kind: text.startsWith('who') ? 'who' : 'about',
  command: 'quote',
  text,
  fold: story.publishedAt?.slice(0, 10) ?? story.id,
  label: (other) => {
    const isBeside =
      other.articleId === piece.articleId &&
      other.passage.ordinal === piece.passage.ordinal &&
      other.quotation?.names === piece.quotation?.names
    const isSame = isBeside && other.ordinal === piece.ordinal
    return { gain: isSame ? 1 : isBeside ? BESIDE : 0, isStory: other.articleId === piece.articleId }
  },
})

/** Numbers from 0 to 1 that look like chance and are the same each time (Park and Miller, 1988). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
