import type { Asked } from './asked.ts'
import type { Ranked } from './ranking.ts'

/** What speaks for an answer being there at all, each from 0 to 1. */
export type Clues = {
  /** The share of the question's information that one piece has, at most. */
  one: number
  /** The share that the three best articles have together. */
  together: number
  /** The share of the names that one piece has, at most; 1 without names. */
  names: number
  /** How many words were asked for, as a logarithm: the more, the fewer of them can be expected. */
  length: number
}

/** What the ranked pieces of a question are as clues to there being an answer. */
export function cluesOf(ranked: Ranked[], asked: Asked, information: number[]): Clues {
  const share = (words: Iterable<number>) =>
    sumOf(words, information) / (sumOf(asked.words.keys(), information) || 1)
  const names = sumOf(asked.names, information)
  const top = ranked.slice(0, 10)
  return {
    one: Math.max(0, ...top.map(({ signs }) => signs.bearing)),
    together: share(new Set(ofArticles(ranked, 3).flatMap(({ matched }) => [...matched]))),
    names: names
      ? Math.max(
          0,
          ...top.map(
            ({ matched }) =>
              sumOf(
                [...asked.names].filter((i) => matched.has(i)),
                information,
              ) / names,
          ),
        )
      : 1,
    length: Math.log(1 + asked.words.length),
  }
}

const sumOf = (words: Iterable<number>, information: number[]) =>
  [...words].reduce((sum, i) => sum + (information[i] ?? 0), 0)

/** The pieces of the best articles. */
function ofArticles(ranked: Ranked[], count: number): Ranked[] {
  const articles = new Set([...new Set(ranked.map(({ piece }) => piece.articleId))].slice(0, count))
  return ranked.filter(({ piece }) => articles.has(piece.articleId))
}

/** Log-odds of there being an answer. Fitted on questions with and without one: bench/retrieval.ts. */
const CLUES: Clues = { one: 4.6, together: 5.9, names: 5, length: -1.7 }
const NONE = -4.5

/** Whether ranked pieces answer a question, as log-odds: above 0, likelier than not. */
export const likelihood = (clues: Clues) =>
  (Object.keys(CLUES) as (keyof Clues)[]).reduce((sum, clue) => sum + CLUES[clue] * clues[clue], NONE)
