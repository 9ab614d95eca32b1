import type { Span } from '../archive/article.ts'
import type { AskedWord, Findings, Hit } from '../search/search-index.ts'
import { type Token, tokens } from '../search/terms.ts'

/** What is asked for in words: those to look for, and all of the topic's in their order. */
export type Asked = { words: AskedWord[]; sequence: Token[]; phrases: string[][] }

/** A ranked hit: how well it bears on the question, and why. */
export type Ranked = Hit & {
  rank: number
  /** The share of the question's information that the piece's own words have, 0 to 1. */
  coverage: number
  /** The same, counting what stands around the piece and in the story's headline and dates. */
  bearing: number
  /** Where the asked words stand in the piece's text. */
  marks: Span[]
}

/** Ranks the hits of a question, best first. */
export function rank({ hits, weights }: Findings, asked: Asked): Ranked[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  const top = hits[0]?.score || 1
  return hits
    .map((hit) => weigh(hit, asked, { weights, total, top }))
    .filter(({ piece }) => asked.phrases.every((phrase) => hasPhrase(piece.text, phrase)))
    .toSorted((a, b) => b.rank - a.rank)
}

type Scale = { weights: number[]; total: number; top: number }

function weigh(hit: Hit, asked: Asked, { weights, total, top }: Scale): Ranked {
  const words = tokens(hit.piece.text)
  const own = weights.map(() => 0)
  const around = weights.map(() => 0)
  const marks: Span[] = []
  for (const { asked: i, found, closeness } of hit.matches) {
    const places = placesOf(found, words)
    if (places.length) own[i] = Math.max(own[i] ?? 0, closeness)
    if (places.length || found.length === 1) around[i] = Math.max(around[i] ?? 0, closeness)
    marks.push(...places)
  }
  const share = (of: number[]) =>
    of.reduce((sum, closeness, i) => sum + closeness * (weights[i] ?? 0), 0) / total
  const coverage = share(own)
  const bearing = share(around)
  return {
    ...hit,
    coverage,
    bearing,
    marks: marks.toSorted((a, b) => a.start - b.start),
    rank:
      coverage +
      0.4 * bearing +
      0.3 * order(asked.sequence, words) +
      0.2 * (hit.score / top) -
      0.02 * Math.log(1 + words.length),
  }
}

/** Where terms stand in a row. */
function placesOf(found: string[], words: Token[]): Span[] {
  return words.flatMap(({ start }, i) => {
    const last = words[i + found.length - 1]
    return last && found.every((term, k) => words[i + k]?.term === term) ? [{ start, end: last.end }] : []
  })
}

/** The share of the asked words' neighbourhoods that the text has too: next to each other, or with one word between. */
function order(asked: Token[], words: Token[]): number {
  if (asked.length < 2) return 0
  const places = new Map<string, number[]>()
  for (const [i, { term }] of words.entries()) places.set(term, [...(places.get(term) ?? []), i])
  let kept = 0
  for (const [i, { term }] of asked.slice(1).entries()) {
    const before = places.get(asked[i]?.term ?? '') ?? []
    const after = places.get(term) ?? []
    const distances = before.flatMap((a) => after.map((b) => b - a)).filter((d) => d > 0)
    const nearest = Math.min(...distances)
    kept += nearest === 1 ? 1 : nearest === 2 ? 0.5 : 0
  }
  return kept / (asked.length - 1)
}

/** Whether a text has these words, unstemmed, in a row. */
export function hasPhrase(text: string, phrase: string[]): boolean {
  const words = tokens(text).map(({ word }) => word)
  return words.some((_, i) => phrase.every((word, k) => words[i + k] === word))
}

export const phraseOf = (text: string) => tokens(text).map(({ word }) => word)
