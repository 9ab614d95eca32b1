/** Defines how asked words are looked up: by which terms each may be found, and what each of these weighs. */
import type { PerField } from './bm25.ts'
import type { Dictionary } from './dictionary.ts'

/** A term with what it weighs in each field. */
export type PlannedTerm = { term: string; weights: PerField }

/**
 * A way in which an asked word may stand in a piece: at least one term of each of `required` is there; the scores of
 * all terms, times `factor`, are its score.
 */
export type Way = {
  asked: number
  /** The terms of the word, as they were looked for. */
  terms: string[]
  required: PlannedTerm[][]
  optional: PlannedTerm[]
  factor: number
  /** What a match counts beside the word itself. */
  closeness: number
  /** Each required term that is there is a match of its own; otherwise all together are one. */
  isLoose: boolean
}

/** How pieces of a kind are looked up: the ways of each asked word, and the mean lengths that scores are held against. */
export type Plan = {
  words: Way[][]
  means: PerField
  /** The row that a term has in a dictionary, -1 where it has none; looked up once. */
  rowIn(dictionary: Dictionary, term: string): number
}
