/** Describes a piece that was found: by which terms it was, and what its story has besides. */
import type { Match, StoryPieces } from '../search-index.ts'
import { rounded } from './bm25.ts'
import type { Plan, PlannedTerm, Way } from './plan.ts'
import { type KindName, readingOnce, type Segment, type StoryPlace, type TextOf } from './segment.ts'

/** A piece of a segment, by its kind and row. */
export type Place = { segment: Segment; kind: KindName; row: number }

/** The terms by which a piece was found, way by way. */
export const matchesAt = (place: Place, plan: Plan): Match[] =>
  plan.words.flatMap((ways) => ways.flatMap((way) => matchesOf(place, way, plan)))

/** The matches of one way: all of its terms together or, where it is loose, each that is there. */
function matchesOf({ segment, kind, row }: Place, way: Way, plan: Plan): Match[] {
  const there = (terms: PlannedTerm[]) =>
    terms
      .map((term) => ({ term: term.term, score: segment.scoreAt(kind, row, term, plan) }))
      .filter((one) => one.score > 0)
  const required = way.required.map(there)
  if (required.some((terms) => terms.length === 0)) return []
  const scores = [...required.flat(), ...there(way.optional)].map(({ score }) => score)
  const score = rounded(way.factor * scores.reduce((sum, one) => sum + one, 0))
  const terms = required.flat().map(({ term }) => term)
  const found = way.isLoose ? terms.map((term) => [term]) : [way.terms]
  return found.map((some) => ({ asked: way.asked, found: some, closeness: way.closeness, score }))
}

/** The pieces of a story, in the order of its text; none where its text is not to be had any more. */
export function piecesAt({ segment, row }: StoryPlace, textOf: TextOf): StoryPieces {
  const read = readingOnce(textOf)
  const piecesOf = (kind: KindName) =>
    rowsOf(segment, kind, row)
      .flatMap((one) => segment.piece(kind, one, read) ?? [])
      .toSorted((a, b) => a.ordinal - b.ordinal)
  return { passages: piecesOf('passages'), quotations: piecesOf('quotations') }
}

/** The rows of the pieces of a story. */
export function rowsOf(segment: Segment, kind: KindName, story: number): number[] {
  const { ofStory } = segment.rows[kind]
  const [from, to] = [ofStory[story] as number, ofStory[story + 1] as number]
  return Array.from({ length: to - from }, (_, i) => from + i)
}
