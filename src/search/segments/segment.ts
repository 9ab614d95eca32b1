/** Defines a segment: stories whose pieces can be searched, live in MiniSearch or sealed in typed arrays. */
import type { IndexedStory, Piece, QuotationDetails } from '../search-index.ts'
import { type PerField, perField } from './bm25.ts'
import type { NearCounts } from './kinds.ts'
import type { Plan, PlannedTerm } from './plan.ts'
import type { Scores } from './scores.ts'

export type KindName = 'passages' | 'quotations'
export const KINDS: readonly KindName[] = ['passages', 'quotations']

/** How many pieces of a kind there are, and the sums of the lengths of their fields. */
export type Totals = { count: number; lengths: PerField }

/** In how many pieces a term stands. */
export type TermCounts = Record<KindName, PerField> & {
  /** Passages that have it in their own words or in what their story is known by. */
  anyPassages: number
  /** Quotations whose speakers are called by it. */
  saidBy: number
}

/** The pieces of one kind, by their rows; those of a story are next to each other. */
export type Rows = {
  readonly size: number
  /** The row of each piece's story. */
  story: ArrayLike<number>
  /** Where the pieces of each story begin, and those of the next. */
  ofStory: ArrayLike<number>
  /** Where each piece begins in its story's text. */
  start: ArrayLike<number>
}

/** What a speaker is called in a story, each a row of terms. */
export type Voice = Pick<QuotationDetails, 'names' | 'roles' | 'offices' | 'clause'>

/** The ways in which the stories of a segment call those who speak. */
export type Voices = {
  /** The voices that are called by all of these terms: names, roles and clause together. */
  called(terms: string[]): number[]
  /** The voices that have just these names, a row of terms. */
  named(names: string): number[]
  at(voice: number): Voice
  /** Whether a voice has a name, and no clause that describes it instead. */
  hasName(voice: number): boolean
  /** The row of the story that a voice speaks in. */
  story(voice: number): number
  /** The voice of a quotation. */
  of(quotation: number): number
}

/** What a term is scored for: which pieces may be found (null: all), and room to count what stands near them. */
export type Scoring = { plan: Plan; admitted: Uint8Array | null; near: NearCounts }

/** The text of a story at a version; null where it is not to be had any more. */
export type TextOf = (id: string, version: number) => string | null

/** Reads each text once, for what asks for many pieces of a story. */
export function readingOnce(textOf: TextOf): TextOf {
  const read = new Map<string, string | null>()
  return (id, version) => {
    const before = read.get(id)
    if (before !== undefined) return before
    const text = textOf(id, version)
    read.set(id, text)
    return text
  }
}

/** The stories of a segment, by their rows. */
export type Stories = {
  readonly size: number
  id(row: number): string
  version(row: number): number
  /** The moment of publication in milliseconds since 1970; before all others where it is unknown. */
  published(row: number): number
  at(row: number): IndexedStory
}

export type Segment = {
  stories: Stories
  rows: Record<KindName, Rows>
  voices: Voices
  /** 1 for each story that is not removed; null while none is. */
  alive(): ArrayLike<number> | null
  aliveCount(): number
  remove(row: number): void
  totals(kind: KindName): Totals
  /** In how many pieces of stories that are not removed a term stands; null where in none. */
  counts(term: string): TermCounts | null
  /** The terms that a word begins, and those within some edits of it, with the distance. */
  nearTerms(kind: KindName, word: string): Iterable<readonly [term: string, distance: number]>
  /** Adds a term's score to every admitted piece that has it. */
  score(kind: KindName, term: PlannedTerm, scoring: Scoring, scores: Scores): void
  /** What a term scores in a piece: 0 where it is not in any field. */
  scoreAt(kind: KindName, row: number, term: PlannedTerm, plan: Plan): number
  /** A piece with its words; null where its story's text is not to be had any more. */
  piece(kind: KindName, row: number, textOf: TextOf): Piece | null
}

/** Where a story is: a segment, and its row there. */
export type StoryPlace = { segment: Segment; row: number }

export const plus = (one: Totals, other: Totals): Totals => combined(one, other, 1)
export const less = (one: Totals, other: Totals): Totals => combined(one, other, -1)

const combined = (one: Totals, other: Totals, sign: 1 | -1): Totals => ({
  count: one.count + sign * other.count,
  lengths: perField((field) => one.lengths[field] + sign * other.lengths[field]),
})
