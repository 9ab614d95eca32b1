// Names the asked words that no text has, and the words by which evidence was found instead.
import { distance } from 'fastest-levenshtein'
import { mayStandFor } from '../../search/query/spelling.ts'
import { type Token, tokens } from '../../search/text/tokenize.ts'
import type { Answer, Evidence, UnknownWord } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { nearWordsOf } from './near-words.ts'
import { askedWords } from './query-terms.ts'
import { MAX_NAME_TERMS } from './speaker-query.ts'

/**
 * Returns an answer with the asked words that no text has, and with what each was found or, where nothing was, what it
 * may have been meant for. A word is never replaced in silence.
 */
export function withUnknownWords<Found extends Answer>(answer: Found, desk: Desk): Found {
  const shown = answer.evidence.length ? answer.evidence : answer.nearest
  const unknown = [...unknownInTopic(answer, shown, desk), ...unknownInName(answer, shown, desk)]
  return unknown.length ? { ...answer, unknown } : answer
}

/** Words of a topic that are looked at, the first ones. */
const MAX_WORDS = 100

function unknownInTopic({ question }: Answer, shown: Evidence[], { index }: Desk): UnknownWord[] {
  const words = askedWords(question.topic).slice(0, MAX_WORDS)
  const known = new Set(words.map(({ term }) => term))
  const written = shown.flatMap(({ text }) => writtenTokens(text)).filter(({ term }) => !known.has(term))
  return index.unknownWords(words).map(({ word, term }) => {
    const near = new Set(nearWordsOf(term).map((one) => one.term))
    const found = written.filter((one) => near.has(one.term) || isSpelledLike(word, one))
    return { asked: asTyped(word, question.text), kind: 'word', found: distinct(found) }
  })
}

function unknownInName({ question }: Answer, shown: Evidence[], { index }: Desk): UnknownWord[] {
  const name = question.speaker ?? question.saidBy ?? ''
  const words = askedWords(name).slice(0, MAX_NAME_TERMS)
  const unknown = new Set(index.unknownNames(words.map(({ term }) => term)))
  const called = shown.flatMap(({ speaker, speakerMention }) =>
    [speaker, speakerMention].flatMap((text) => writtenTokens(text ?? '')),
  )
  return words
    .filter(({ term }) => unknown.has(term))
    .map(({ word }) => ({
      asked: asTyped(word, name),
      kind: 'name',
      found: distinct(called.filter((one) => isSpelledLike(word, one))),
    }))
}

type WrittenToken = Token & { written: string }

const writtenTokens = (text: string): WrittenToken[] =>
  tokens(text).map((token) => ({ ...token, written: text.slice(token.start, token.end) }))

/** Returns a folded word as the person typed it. */
const asTyped = (word: string, text: string) =>
  writtenTokens(text).find((one) => one.word === word)?.written ?? word

/** How many letters of a word, as a share, may be others in the word that it is found with. */
const MAX_CHANGED_SHARE = 0.25

/** Returns whether a word of a text is spelled nearly like an asked one, or begins with it. */
const isSpelledLike = (asked: string, { word }: Token) =>
  mayStandFor(asked, word) &&
  (word.startsWith(asked) ||
    distance(asked, word) <= Math.max(1, Math.round(asked.length * MAX_CHANGED_SHARE)))

/** Returns words as they are written, each once whatever its case. */
const distinct = (words: WrittenToken[]) => [
  ...new Map(words.map(({ word, written }) => [word, written])).values(),
]
