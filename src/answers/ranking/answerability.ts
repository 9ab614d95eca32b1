// Estimates from ranked pieces whether the coverage answers a question at all.
import type { QueryTerms } from '../query/query-terms.ts'
import type { RankedHit } from './rank-hits.ts'

/** The features of the estimate; shares are from 0 to 1. */
export type AnswerabilityFeatures = {
  /** The highest share of the question's information that one piece has. */
  bestPiece: number
  /** The share of the question's information that the three best articles have together. */
  bestArticles: number
  /** The share of the question's information that no piece has, not even nearly. */
  missing: number
  /** The highest share of the names that one piece has; 1 without names. */
  names: number
  /** The share of the names that no piece has; 0 without names. */
  unknownNames: number
  /** Whether an outlet of the coverage is named (0 or 1), and how many unknown outlets are. */
  outlet: number
  unknownOutlets: number
  /** The logarithm of 1 + the number of words: of a long question, fewer can be expected in a piece. */
  length: number
}

/** Returns the features of a question's ranked pieces; `information` is the weight of each of its words. */
export function answerabilityFeatures(
  ranked: RankedHit[],
  queryTerms: QueryTerms,
  information: number[],
): AnswerabilityFeatures {
  const informationOf = (words: Iterable<number>) => sumOfInformation(words, information)
  const all = informationOf(queryTerms.words.keys()) || 1
  const names = informationOf(queryTerms.names)
  const top = ranked.slice(0, TOP_PIECES)
  const known = new Set(ranked.flatMap(({ matches }) => matches.filter(isClose).map((match) => match.asked)))
  const namesIn = ({ matched }: RankedHit) =>
    informationOf([...queryTerms.names].filter((i) => matched.has(i))) / names
  return {
    bestPiece: Math.max(0, ...top.map(({ features }) => features.contextCoverage)),
    bestArticles:
      informationOf(new Set(ofArticles(ranked, TOP_ARTICLES).flatMap(({ matched }) => [...matched]))) / all,
    missing:
      informationOf(
        [...queryTerms.words.keys()].filter((i) => !ranked.some(({ matched }) => matched.has(i))),
      ) / all,
    names: names ? Math.max(0, ...top.map(namesIn)) : 1,
    unknownNames: names ? informationOf([...queryTerms.names].filter((i) => !known.has(i))) / names : 0,
    outlet: queryTerms.outlets.size ? 1 : 0,
    unknownOutlets: queryTerms.unknownOutlets,
    length: Math.log(1 + queryTerms.words.length),
  }
}

/** How many of the best pieces, and of the best articles, are looked at. */
const TOP_PIECES = 10
const TOP_ARTICLES = 3

const isClose = ({ closeness }: { closeness: number }) => closeness > 0.9

const sumOfInformation = (words: Iterable<number>, information: number[]) =>
  [...words].reduce((sum, i) => sum + (information[i] ?? 0), 0)

/** Returns the pieces of the `count` best articles. */
function ofArticles(ranked: RankedHit[], count: number): RankedHit[] {
  const articles = new Set([...new Set(ranked.map(({ piece }) => piece.articleId))].slice(0, count))
  return ranked.filter(({ piece }) => articles.has(piece.articleId))
}

type LogisticCoefficients = AnswerabilityFeatures & { intercept: number }

/**
 * The coefficients of two logistic regressions. A short question is answered by one piece that has most of it; a long
 * one by several together, and by its names being known. Both were checked on halves: LONG_QUESTION over the
 * questions of the retrieval benchmark; SHORT_QUESTION over their clauses and over words drawn from texts in and out
 * of the quotation benchmark's archive, except `missing`, set by hand so that a word that occurs nowhere counts
 * against a question of few words. `intercept` is set so that of the questions with an answer one in a hundred (long)
 * or in fifty (short) gets none; for other settings: npm run bench:retrieval.
 */
const SHORT_QUESTION: LogisticCoefficients = {
  intercept: -8.8,
  bestPiece: 7.7,
  bestArticles: 0,
  missing: -3,
  names: 2.5,
  unknownNames: 0,
  outlet: 0,
  unknownOutlets: 0,
  length: 1.7,
}
const LONG_QUESTION: LogisticCoefficients = {
  intercept: -2.8,
  bestPiece: 5.6,
  bestArticles: 5.6,
  missing: 0,
  names: 1.6,
  unknownNames: -3.2,
  outlet: 1.5,
  unknownOutlets: -2,
  length: 0,
}

/** A question is long from this many words on. */
const LONG_QUESTION_WORDS = 10

/** Returns the log-odds that the ranked pieces answer the question: above 0, they do. */
export function answerabilityLogOdds(features: AnswerabilityFeatures): number {
  const coefficients = features.length < Math.log(1 + LONG_QUESTION_WORDS) ? SHORT_QUESTION : LONG_QUESTION
  return (Object.keys(features) as (keyof AnswerabilityFeatures)[]).reduce(
    (sum, feature) => sum + coefficients[feature] * features[feature],
    coefficients.intercept,
  )
}
