/** Scores a term in a field by BM25 (Robertson and Zaragoza, 2009), as MiniSearch does with the same settings. */

/** The weights, and BM25+'s floor `d` at 0, were measured: bench/retrieval.ts. */
export const BM25 = { k: 1.2, b: 0.7, d: 0 }
export const BOOSTS = { words: 1, near: 0.3, context: 0.5 }

/** The fields that a piece is searched by: its own words, those near it, those that its story is known by. */
export const FIELDS = ['words', 'near', 'context'] as const

/** A number for each field. */
export type FieldName = (typeof FIELDS)[number]
export type PerField = Record<FieldName, number>

export const perField = (number: (field: FieldName) => number): PerField => ({
  words: number('words'),
  near: number('near'),
  context: number('context'),
})

/** How much a term counts that stands so often in a field of so many distinct terms, beside the mean of all fields. */
export const saturation = (count: number, length: number, mean: number) =>
  (count * (BM25.k + 1)) / (count + BM25.k * (1 - BM25.b + (BM25.b * length) / mean))

/**
 * The settings with which an index whose fields are `own` long on average gives, but for a factor, the scores that
 * `BM25` gives beside a mean of `mean`.
 */
export function settingsFor(own: number, mean: number): { k: number; b: number; d: number; factor: number } {
  const [fixed, byLength] = [BM25.k * (1 - BM25.b), (BM25.k * BM25.b * own) / mean]
  const k = fixed + byLength
  return { k, b: byLength / k, d: BM25.d, factor: (BM25.k + 1) / (k + 1) }
}

/** A score without its last digits, which depend on the order of adding up: pieces that score alike are equal. */
export const rounded = (score: number) => Math.round(score * 1e9) / 1e9
