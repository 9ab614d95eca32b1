// Ranks the index's hits for a question by a weighted sum of features.
import type { Span } from '../../archive/article.ts'
import type { Findings, Hit, Piece } from '../../search/search-index.ts'
import { type Token, tokens } from '../../search/text/tokenize.ts'
import { type QueryTerms, wordsOf } from '../query/query-terms.ts'

/** The ranking features of a hit, each from 0 to 1. */
export type RankingFeatures = {
  /** The index's score, divided by the best hit's. */
  score: number
  /** The share of the question's information that the piece's own words have. */
  coverage: number
  /** The same, including the text around the piece and the story's headline, byline and date. */
  contextCoverage: number
  /** The share of the adjacent word pairs of the question that the text has too. */
  wordOrder: number
  /** The share of the question's information that the piece has in the very word forms asked for. */
  exactForm: number
  /** Whether the story is of an outlet, or of a day, that the question names. */
  outlet: number
  day: number
  /** How short the piece is. */
  brevity: number
  /** How much the matching words are the speaker's own, rather than those of somebody quoted within. */
  firstHand: number
}

/** A ranked hit: its weighted sum of features, and the features. */
export type RankedHit = Hit & {
  rank: number
  features: RankingFeatures
  /**
   * The indices of the asked words that it matches in any way, and in its own words; and the spans of these, in
   * UTF-16 code units from the start of the piece.
   */
  matched: ReadonlySet<number>
  own: ReadonlySet<number>
  marks: Span[]
}

export type RankingWeights = Record<keyof RankingFeatures, number>

/**
 * Returns the hits of a question, best first. Hits without a required phrase are left out; without words the order is
 * kept.
 */
export function rank(findings: Findings, queryTerms: QueryTerms, weights: RankingWeights): RankedHit[] {
  const top = findings.hits[0]?.score || 1
  return findings.hits
    .filter(({ piece }) => queryTerms.phrases.every((phrase) => hasPhrase(piece.text, phrase)))
    .map((hit) => rankHit(hit, queryTerms, { information: findings.weights, top, weights }))
    .toSorted((a, b) => (queryTerms.words.length ? b.rank - a.rank : 0))
}

type RankingScale = { information: number[]; top: number; weights: RankingWeights }

function rankHit(hit: Hit, queryTerms: QueryTerms, { information, top, weights }: RankingScale): RankedHit {
  const words = tokens(hit.piece.text)
  const match = matchOf(hit, words, queryTerms.numbers)
  const total = information.reduce((sum, one) => sum + one, 0) || 1
  const share = (of: Map<number, number>) =>
    [...of].reduce((sum, [i, closeness]) => sum + closeness * (information[i] ?? 0), 0) / total
  const forms = new Set(words.map(({ word }) => word))
  const features: RankingFeatures = {
    score: hit.score / top,
    coverage: share(match.own),
    contextCoverage: share(match.all),
    wordOrder: wordOrder(queryTerms.sequence, words),
    exactForm: share(new Map([...match.own].filter(([i]) => forms.has(queryTerms.words[i]?.word ?? '')))),
    outlet: has(match.all, queryTerms.outlets),
    day: Number(queryTerms.onDays.has(hit.piece.articleId)),
    brevity: 1 / (1 + Math.log(1 + words.length)),
    firstHand: firstHand(hit.piece, match.marks),
  }
  return {
    ...hit,
    features,
    rank: weighted(features, weights),
    matched: new Set(match.all.keys()),
    own: new Set(match.own.keys()),
    marks: match.marks,
  }
}

const weighted = (features: RankingFeatures, weights: RankingWeights) =>
  (Object.keys(weights) as (keyof RankingFeatures)[]).reduce(
    (sum, feature) => sum + weights[feature] * features[feature],
    0,
  )

const has = (matched: Map<number, number>, some: ReadonlySet<number>) =>
  [...some].some((i) => matched.has(i)) ? 1 : 0

/**
 * How closely each asked word (by index) is matched, by the piece's own words and by anything about it; and where.
 */
type Matched = { own: Map<number, number>; all: Map<number, number>; marks: Span[] }

function matchOf({ matches }: Hit, words: Token[], numbers: ReadonlySet<number>): Matched {
  const matched: Matched = { own: new Map(), all: new Map(), marks: [] }
  for (const { asked, found, closeness } of matches) {
    const places = placesOf(found, words)
    if (places.length) raise(matched.own, asked, closeness)
    if (places.length || (found.length === 1 && !numbers.has(asked))) raise(matched.all, asked, closeness)
    for (const place of places) matched.marks.push(place)
  }
  return { ...matched, marks: matched.marks.toSorted((a, b) => a.start - b.start) }
}

const raise = (closest: Map<number, number>, asked: number, closeness: number) =>
  closest.set(asked, Math.max(closest.get(asked) ?? 0, closeness))

/** Returns where terms stand in a row. */
function placesOf(found: string[], words: Token[]): Span[] {
  return words.flatMap(({ start }, i) => {
    const last = words[i + found.length - 1]
    return last && found.every((term, k) => words[i + k]?.term === term) ? [{ start, end: last.end }] : []
  })
}

/**
 * Returns the share of the adjacent pairs of asked words that are adjacent in a text too; a pair with one word
 * between counts half.
 */
function wordOrder(asked: Token[], words: Token[]): number {
  if (asked.length < 2) return 0
  const follow = pairsOf(words, 1)
  const nearly = pairsOf(words, 2)
  const pairs = pairsOf(asked, 1)
  let kept = 0
  for (const pair of pairs) kept += follow.has(pair) ? 1 : nearly.has(pair) ? 0.5 : 0
  return kept / pairs.size
}

const pairsOf = (words: Token[], distance: number) =>
  new Set(words.slice(distance).map(({ term }, i) => `${words[i]?.term} ${term}`))

/**
 * Returns 0 where all marked words are quoted from somebody else within the piece, 0.7 for a quotation within
 * another, otherwise 1.
 */
export function firstHand(piece: Piece, marks: Span[]): number {
  if (!piece.quotation) return 1
  const { inner, within } = piece.quotation
  const reported = marks.every((mark) =>
    inner.some(({ start, end }) => start <= mark.start && mark.end <= end),
  )
  if (marks.length && reported) return 0
  return within ? 0.7 : 1
}

/** Returns whether a text has these words, unstemmed, in a row. */
function hasPhrase(text: string, phrase: string[]): boolean {
  const words = wordsOf(text)
  return words.some((_, i) => phrase.every((word, k) => words[i + k] === word))
}
