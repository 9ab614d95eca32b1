import type { Span } from '../../archive/article.ts'
import type { AskedWord } from '../../search/search-index.ts'
import { dayLabel } from '../../search/text/label-terms.ts'
import { type Token, tokens } from '../../search/text/tokenize.ts'
import type { Question } from '../answer.ts'
import type { Scope } from './eligible-stories.ts'
import { closenessOf, nearWordsOf } from './near-words.ts'
import { outletsIn, strangersIn } from './outlets.ts'

/** What is looked for: the words and labels of a question, in the shape that candidates are weighed by. */
export type Asked = {
  words: AskedWord[]
  /** Which of the words are names, by the capital they are written with. */
  names: ReadonlySet<number>
  /** Which of the words are numbers that a piece must have itself: a number tells of the words it stands in, and no others. */
  numbers: ReadonlySet<number>
  /** Which of the words are labels of outlets. */
  outlets: ReadonlySet<number>
  /** The stories of the days that are named. */
  onDays: ReadonlySet<string>
  /** How many outlets are named that are none of the coverage's: two at most count. */
  strangers: number
  /** All the words of the topic, in its order. */
  sequence: Token[]
  /** Words in a row that evidence must have. */
  phrases: string[][]
}

/** What a topic asks for, in a scope whose outlets are known. Days that no story is of count for nothing beside words. */
export function askedOf(topic: string, question: Question, scope: Scope): Asked {
  const named = outletsIn(topic, scope.outlets)
  const rest = without(topic, named)
  const sequence = tokens(rest)
  const words = distinct(askedWords(rest)).map(withNearTerms)
  const outletLabels = distinct(named.map(({ label }) => ({ word: label, term: label })))
  const isDated = scope.onDays.size > 0 || words.length + outletLabels.length === 0
  const days = isDated ? question.days.filter(isOneDay) : []
  const dayLabels = distinct(days.map(({ from }) => labelled(dayLabel(from))))
  const all = [...words, ...outletLabels, ...dayLabels]
  return {
    words: all,
    names: indices(all, words, (word) => isName(word, sequence, rest)),
    numbers: indices(all, question.saidBy === null ? words : [], ({ word }) => /^\p{N}/u.test(word)),
    outlets: indices(all, outletLabels),
    onDays: scope.onDays,
    strangers: Math.min(2, strangersIn(topic, named)),
    sequence,
    phrases: requiredPhrases(question, named, topic, sequence),
  }
}

/** Near terms that candidates are looked for by, and how close these are at least; ranking knows more of them. */
const MAX_NEAR_TERMS = 8
const MIN_CLOSENESS = 0.36

const withNearTerms = (word: AskedWord): AskedWord => ({
  ...word,
  near: nearWordsOf(word.term)
    .map((near) => ({ term: near.term, closeness: closenessOf(near) }))
    .filter(({ closeness }) => closeness >= MIN_CLOSENESS)
    .slice(0, MAX_NEAR_TERMS),
})

const labelled = (label: string): AskedWord => ({ word: label, term: label })
const isOneDay = ({ from, to }: { from: string; to: string }) =>
  Date.parse(to) - Date.parse(from) === 86_400_000

const distinct = (words: AskedWord[]) =>
  words.filter(({ term }, i) => words.findIndex((one) => one.term === term) === i)

const indices = (all: AskedWord[], some: AskedWord[], which: (word: AskedWord) => boolean = () => true) =>
  new Set(some.filter(which).map((word) => all.indexOf(word)))

/** The words of a text that can be looked for: all but the stop words, or all where there are no others. */
export function askedWords(text: string): AskedWord[] {
  const all = tokens(text)
  const telling = all.filter(({ stop }) => !stop)
  return (telling.length ? telling : all).map(({ word, term }) => ({ word, term }))
}

/** A name is written with a capital that no sentence's beginning accounts for. */
function isName({ term }: AskedWord, sequence: Token[], text: string): boolean {
  return sequence.some((token, i) => token.term === term && i > 0 && /^\p{Lu}/u.test(text.slice(token.start)))
}

/** So many words may stand beside a phrase before it is a name or a title set off in a longer question. */
const BESIDE = 3

/**
 * Phrases must be there where they are what is asked for ("who said 'fake news' on Thursday"); where marks only
 * set off a name or a title in a longer question, its words count like the others.
 */
function requiredPhrases(question: Question, outlets: Span[], topic: string, sequence: Token[]): string[][] {
  const names = new Set(outlets.map(({ start, end }) => wordsOf(topic.slice(start, end)).join(' ')))
  const phrases = question.phrases.map(wordsOf).filter((words) => words.length && !names.has(words.join(' ')))
  const marked = new Set(phrases.flat())
  const beside = sequence.filter(({ word, stop }) => !stop && !marked.has(word))
  return beside.length <= BESIDE ? phrases : []
}

/** The words of a text without typography. */
export const wordsOf = (text: string) => tokens(text).map(({ word }) => word)

/** A text without some of its parts. */
export function without(text: string, spans: Span[]): string {
  return spans.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)
}
