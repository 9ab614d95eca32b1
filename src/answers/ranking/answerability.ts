import type { Asked } from '../query/query-terms.ts'
import type { Ranked } from './rank.ts'

/** What speaks for an answer being there at all; shares from 0 to 1. */
export type Clues = {
  /** The share of the question's information that one piece has, at most. */
  one: number
  /** The share that the three best articles have together. */
  together: number
  /** The share of the question's information that no piece has, not even nearly. */
  missing: number
  /** The share of the names that one piece has, at most; 1 without names. */
  names: number
  /** The share of the names that no piece has; 0 without names. */
  unheard: number
  /** An outlet of the coverage is named, or outlets that are none of it. */
  outlet: number
  strangers: number
  /** How many words were asked for, as a logarithm: the more, the fewer of them can be expected. */
  length: number
}

/** What the ranked pieces of a question are as clues to there being an answer. */
export function cluesOf(ranked: Ranked[], asked: Asked, information: number[]): Clues {
  const sum = (words: Iterable<number>) => sumOf(words, information)
  const all = sum(asked.words.keys()) || 1
  const names = sum(asked.names)
  const top = ranked.slice(0, PIECES)
  const heard = new Set(ranked.flatMap(({ matches }) => matches.filter(isClose).map((match) => match.asked)))
  const namesIn = ({ matched }: Ranked) => sum([...asked.names].filter((i) => matched.has(i))) / names
  return {
    one: Math.max(0, ...top.map(({ signs }) => signs.bearing)),
    together: sum(new Set(ofArticles(ranked, ARTICLES).flatMap(({ matched }) => [...matched]))) / all,
    missing: sum([...asked.words.keys()].filter((i) => !ranked.some(({ matched }) => matched.has(i)))) / all,
    names: names ? Math.max(0, ...top.map(namesIn)) : 1,
    unheard: names ? sum([...asked.names].filter((i) => !heard.has(i))) / names : 0,
    outlet: asked.outlets.size ? 1 : 0,
    strangers: asked.strangers,
    length: Math.log(1 + asked.words.length),
  }
}

/** How many of the best pieces, and articles, are looked at. */
const PIECES = 10
const ARTICLES = 3

const isClose = ({ closeness }: { closeness: number }) => closeness > 0.9

const sumOf = (words: Iterable<number>, information: number[]) =>
  [...words].reduce((sum, i) => sum + (information[i] ?? 0), 0)

/** The pieces of the best articles. */
function ofArticles(ranked: Ranked[], count: number): Ranked[] {
  const articles = new Set([...new Set(ranked.map(({ piece }) => piece.articleId))].slice(0, count))
  return ranked.filter(({ piece }) => articles.has(piece.articleId))
}

type Odds = Clues & { none: number }

/**
 * How much each clue counts. A short question is answered by one piece that has most of it; a long one by several
 * together, and by its names being known. Logistic regressions, checked on halves: LONG over the questions of the
 * retrieval benchmark; SHORT over their clauses and over words drawn from texts in and out of the quotation
 * benchmark's archive, but for `missing`, set by hand so that a word nobody has tells against few others. `none` is
 * set so that of the questions with an answer one in a hundred (long) or in fifty (short) gets none; what else
 * it could be: npm run bench:retrieval.
 */
const SHORT: Odds = {
  none: -8.8,
  one: 7.7,
  together: 0,
  missing: -3,
  names: 2.5,
  unheard: 0,
  outlet: 0,
  strangers: 0,
  length: 1.7,
}
const LONG: Odds = {
  none: -2.8,
  one: 5.6,
  together: 5.6,
  missing: 0,
  names: 1.6,
  unheard: -3.2,
  outlet: 1.5,
  strangers: -2,
  length: 0,
}

/** From so many words on a question is long. */
const MANY = 10

/** Whether ranked pieces answer a question, as log-odds: above 0, they do. */
export function likelihood(clues: Clues): number {
  const odds = clues.length < Math.log(1 + MANY) ? SHORT : LONG
  return (Object.keys(clues) as (keyof Clues)[]).reduce(
    (sum, clue) => sum + odds[clue] * clues[clue],
    odds.none,
  )
}
