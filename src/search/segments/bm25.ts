/** Scores a term in a field by BM25 (Robertson and Zaragoza, 2009), as MiniSearch does with the same settings. */

/** The weights, and BM25+'s floor `d` at 0, were measured: bench/retrieval.ts. */
export const BM25 = { k: 1.2, b: 0.7, d: 0 }
export const BOOSTS = { words: 1, near: 0.3, context: 0.5 }

/** The fields that a piece is searched by: its own words, those near it, those that its story is known by. */
const FIELDS = ['words', 'near', 'context'] as const

/** A number for each field. */
export type PerField = Record<(typeof FIELDS)[number], number>

export const perField = (number: (field: keyof PerField) => number): PerField => ({
  words: number('words'),
  near: number('near'),
  context: number('context'),
})

/** How much a term tells that stands in some of all documents. */
export const inverseFrequency = (documents: number, withTerm: number) =>
  Math.log(1 + (documents - withTerm + 0.5) / (withTerm + 0.5))

/** How much a term counts that stands so often in a field of so many distinct terms, beside the mean of all fields. */
export const saturation = (count: number, length: number, mean: number) =>
  (count * (BM25.k + 1)) / (count + BM25.k * (1 - BM25.b + (BM25.b * length) / mean))
