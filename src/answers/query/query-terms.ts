// Turns a question's topic into the words, labels and phrases that are searched for.

import type { Span } from '../../archive/article.ts'
import { DAY_MS } from '../../durations.ts'
import type { AskedWord } from '../../search/search-index.ts'
import { dayLabel } from '../../search/text/label-terms.ts'
import { type Token, tokens } from '../../search/text/tokenize.ts'
import type { Question } from '../answer.ts'
import type { Scope } from './eligible-stories.ts'
import { closenessOf, nearWordsOf } from './near-words.ts'
import { outletsIn, unknownOutletsIn } from './outlets.ts'

/** The words and labels that a question is searched by. The sets of numbers are indices into `words`. */
export type QueryTerms = {
  words: AskedWord[]
  /** The names: words with a capital that does not begin a sentence. */
  names: ReadonlySet<number>
  /** The numbers that a piece must contain itself: nearby text does not count for them. */
  numbers: ReadonlySet<number>
  /** The labels of outlets. */
  outlets: ReadonlySet<number>
  /** The ids of the stories of the days that are named. */
  onDays: ReadonlySet<string>
  /** How many outlets are named that the coverage has no stories of; counted up to 2. */
  unknownOutlets: number
  /** All tokens of the topic, in its order, without the outlets. */
  sequence: Token[]
  /** Sequences of words that evidence must contain. */
  phrases: string[][]
}

/**
 * Returns the terms of a topic within a scope. Days on which no story was published count only where the topic has no
 * words.
 */
export function queryTermsOf(topic: string, question: Question, scope: Scope): QueryTerms {
  const named = outletsIn(topic, scope.outlets)
  const rest = without(topic, named)
  const sequence = tokens(rest)
  const words = distinct(askedWords(rest)).slice(0, MAX_WORDS).map(withNearTerms)
  const outletLabels = distinct(named.map(({ label }) => ({ word: label, term: label })))
  const isDated = scope.onDays.size > 0 || words.length + outletLabels.length === 0
  const days = isDated ? question.days.filter(isOneDay) : []
  const dayLabels = distinct(days.map(({ from }) => labelWord(dayLabel(from))))
  const all = [...words, ...outletLabels, ...dayLabels]
  return {
    words: all,
    names: indices(all, words, (word) => isName(word, sequence, rest)),
    numbers: indices(all, question.saidBy === null ? words : [], ({ word }) => /^\p{N}/u.test(word)),
    outlets: indices(all, outletLabels),
    onDays: scope.onDays,
    unknownOutlets: Math.min(2, unknownOutletsIn(topic, named)),
    sequence,
    phrases: requiredPhrases(question, named, topic, sequence),
  }
}

/** A question is looked for by so many of its words, the first ones; of many hundred questions none has more. */
const MAX_WORDS = 48

/** Hits are also looked for by at most this many near terms of a word, each at least this close; ranking knows more. */
const MAX_NEAR_TERMS = 8
const MIN_CLOSENESS = 0.36

const withNearTerms = (word: AskedWord): AskedWord => ({
  ...word,
  near: nearWordsOf(word.term)
    .map((near) => ({ term: near.term, closeness: closenessOf(near) }))
    .filter(({ closeness }) => closeness >= MIN_CLOSENESS)
    .slice(0, MAX_NEAR_TERMS),
})

const labelWord = (label: string): AskedWord => ({ word: label, term: label })
const isOneDay = ({ from, to }: { from: string; to: string }) => Date.parse(to) - Date.parse(from) === DAY_MS

function distinct(words: AskedWord[]): AskedWord[] {
  const known = new Set<string>()
  return words.filter(({ term }) => !known.has(term) && known.add(term))
}

const indices = (all: AskedWord[], some: AskedWord[], which: (word: AskedWord) => boolean = () => true) =>
  new Set(some.filter(which).map((word) => all.indexOf(word)))

/** Returns the words of a text to search for: all except stop words, or all where there are only stop words. */
export function askedWords(text: string): AskedWord[] {
  const all = tokens(text)
  const contentWords = all.filter(({ stop }) => !stop)
  return (contentWords.length ? contentWords : all).map(({ word, term }) => ({ word, term }))
}

/** Returns whether a word is written with a capital that does not begin the text. */
function isName({ term }: AskedWord, sequence: Token[], text: string): boolean {
  return sequence.some((token, i) => token.term === term && i > 0 && /^\p{Lu}/u.test(text.slice(token.start)))
}

/**
 * With more content words than this beside it, a phrase is a name or title in a longer question and is not required.
 */
const MAX_WORDS_BESIDE_PHRASE = 3

/** Evidence must contain so many phrases at most. */
const MAX_PHRASES = 20

/**
 * Returns the phrases that evidence must contain: those that are what is asked for ("who said 'fake news' on
 * Thursday"). Where marks only set off a name or a title in a longer question, its words count like the others.
 */
function requiredPhrases(question: Question, outlets: Span[], topic: string, sequence: Token[]): string[][] {
  const names = new Set(outlets.map(({ start, end }) => wordsOf(topic.slice(start, end)).join(' ')))
  const phrases = question.phrases.map(wordsOf).filter((words) => words.length && !names.has(words.join(' ')))
  const marked = new Set(phrases.flat())
  const beside = sequence.filter(({ word, stop }) => !stop && !marked.has(word))
  const distinct = [...new Map(phrases.map((words) => [words.join(' '), words])).values()]
  const required = question.required.map(wordsOf)
  const all = beside.length <= MAX_WORDS_BESIDE_PHRASE ? [...distinct, ...required] : required
  return all.slice(0, MAX_PHRASES)
}

/** Returns the words of a text without typography. */
export const wordsOf = (text: string) => tokens(text).map(({ word }) => word)

/** Returns a text with spans of it replaced by a space; the spans are in order. */
export function without(text: string, spans: Span[]): string {
  return spans.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)
}
