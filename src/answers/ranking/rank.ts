import type { Span } from '../../archive/article.ts'
import type { Findings, Hit, Piece } from '../../search/search-index.ts'
import { type Token, tokens } from '../../search/text/tokenize.ts'
import { type Asked, wordsOf } from '../query/query-terms.ts'

/** What speaks for a hit, each from 0 to 1. */
export type Signs = {
  /** The index's score, beside the best one's. */
  score: number
  /** The share of the question's information that the piece's own words have. */
  coverage: number
  /** The same, counting what stands around the piece and in the story's headline, byline and date. */
  bearing: number
  /** The share of the asked words' neighbourhoods that the text has too. */
  order: number
  /** The share of the question's information that stands there in the very form asked for. */
  exact: number
  /** The story is of an outlet, or of a day, that the question names. */
  outlet: number
  day: number
  /** How short the piece is. */
  brevity: number
  /** The words are the piece's own, and not those of somebody quoted within. */
  firstHand: number
}

/** A ranked hit: how well it bears on the question, and why. */
export type Ranked = Hit & {
  rank: number
  signs: Signs
  /** Which of the asked words it has in any way, and which in its own words; and where these stand. */
  matched: ReadonlySet<number>
  own: ReadonlySet<number>
  marks: Span[]
}

export type Weights = Record<keyof Signs, number>

/** Ranks the hits of a question, best first; without words they stay in the order they came in. */
export function rank(findings: Findings, asked: Asked, weights: Weights): Ranked[] {
  const top = findings.hits[0]?.score || 1
  return findings.hits
    .filter(({ piece }) => asked.phrases.every((phrase) => hasPhrase(piece.text, phrase)))
    .map((hit) => weigh(hit, asked, { information: findings.weights, top, weights }))
    .toSorted((a, b) => (asked.words.length ? b.rank - a.rank : 0))
}

type Scale = { information: number[]; top: number; weights: Weights }

function weigh(hit: Hit, asked: Asked, { information, top, weights }: Scale): Ranked {
  const words = tokens(hit.piece.text)
  const match = matchOf(hit, words, asked.numbers)
  const total = information.reduce((sum, one) => sum + one, 0) || 1
  const share = (of: Map<number, number>) =>
    [...of].reduce((sum, [i, closeness]) => sum + closeness * (information[i] ?? 0), 0) / total
  const forms = new Set(words.map(({ word }) => word))
  const signs: Signs = {
    score: hit.score / top,
    coverage: share(match.own),
    bearing: share(match.all),
    order: order(asked.sequence, words),
    exact: share(new Map([...match.own].filter(([i]) => forms.has(asked.words[i]?.word ?? '')))),
    outlet: has(match.all, asked.outlets),
    day: Number(asked.onDays.has(hit.piece.articleId)),
    brevity: 1 / (1 + Math.log(1 + words.length)),
    firstHand: firstHand(hit.piece, match.marks),
  }
  return {
    ...hit,
    signs,
    rank: weighted(signs, weights),
    matched: new Set(match.all.keys()),
    own: new Set(match.own.keys()),
    marks: match.marks,
  }
}

const weighted = (signs: Signs, weights: Weights) =>
  (Object.keys(weights) as (keyof Signs)[]).reduce((sum, sign) => sum + weights[sign] * signs[sign], 0)

const has = (matched: Map<number, number>, some: ReadonlySet<number>) =>
  [...some].some((i) => matched.has(i)) ? 1 : 0

/** How closely each asked word is matched, by the piece's own words and by anything about it; and where. */
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

/** Where terms stand in a row. */
function placesOf(found: string[], words: Token[]): Span[] {
  return words.flatMap(({ start }, i) => {
    const last = words[i + found.length - 1]
    return last && found.every((term, k) => words[i + k]?.term === term) ? [{ start, end: last.end }] : []
  })
}

/** How many of the pairs of asked words stand next to each other in a text; with one word between, half of it. */
function order(asked: Token[], words: Token[]): number {
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

/** Words that somebody else is quoted with count less for the one who reports them, and a little less at all. */
export function firstHand(piece: Piece, marks: Span[]): number {
  if (!piece.quotation) return 1
  const { inner, within } = piece.quotation
  const reported = marks.every((mark) =>
    inner.some(({ start, end }) => start <= mark.start && mark.end <= end),
  )
  if (marks.length && reported) return 0
  return within ? 0.7 : 1
}

/** Whether a text has these words, unstemmed, in a row. */
function hasPhrase(text: string, phrase: string[]): boolean {
  const words = wordsOf(text)
  return words.some((_, i) => phrase.every((word, k) => words[i + k] === word))
}
