/** Describes a piece that was found: what it is, and by which terms it was found. */
import type { Match, Piece, QuotationDetails, StoryPieces } from '../search-index.ts'
import { saturation } from './bm25.ts'
import type { StoryPlace } from './corpus.ts'
import { countOf } from './lists.ts'
import type { Plan, PlannedTerm, Way } from './plan.ts'
import type { KindName, Segment } from './segment.ts'
import { voiceAt } from './voices.ts'

/** The text of a story at a version; null where it is not to be had any more. */
export type TextOf = (id: string, version: number) => string | null

/** A piece of a segment, by its kind and row. */
export type Place = { segment: Segment; kind: KindName; row: number }

/** The terms by which a piece was found, way by way. */
export const matchesAt = (place: Place, plan: Plan): Match[] =>
  plan.words.flatMap((ways) => ways.flatMap((way) => matchesOf(place, way, plan)))

/** The piece, with its words out of its story's text. */
export function pieceAt({ segment, kind, row }: Place, text: string): Piece {
  const { columns, kinds, stories } = segment
  const { id, version } = stories[kinds[kind].story[row] as number] as Segment['stories'][number]
  const [start, end] = [columns[kind].start[row] as number, columns[kind].end[row] as number]
  const passage = kind === 'passages' ? row : (columns.quotations.passage[row] as number)
  return {
    articleId: id,
    version,
    start,
    end,
    text: text.slice(start, end),
    print: columns[kind].print[row] as number,
    ordinal: columns[kind].ordinal[row] as number,
    quotation: kind === 'passages' ? null : saidAt(segment, row),
    passage: {
      ordinal: columns.passages.ordinal[passage] as number,
      start: columns.passages.start[passage] as number,
      end: columns.passages.end[passage] as number,
    },
  }
}

/** The pieces of a story, in the order of its text; none where its text is not to be had any more. */
export function piecesAt({ segment, row }: StoryPlace, textOf: TextOf): StoryPieces {
  const { id, version } = segment.stories[row] as Segment['stories'][number]
  const text = textOf(id, version)
  const piecesOf = (kind: KindName) => {
    const { ofStory } = segment.kinds[kind]
    const [from, to] = [ofStory[row] as number, ofStory[row + 1] as number]
    const rows = text === null ? [] : Array.from({ length: to - from }, (_, i) => from + i)
    return rows
      .map((one) => pieceAt({ segment, kind, row: one }, text ?? ''))
      .toSorted((a, b) => a.ordinal - b.ordinal)
  }
  return { passages: piecesOf('passages'), quotations: piecesOf('quotations') }
}

function saidAt({ columns }: Segment, row: number): QuotationDetails {
  const { quotations, voices, inner } = columns
  const voice = quotations.voice[row] as number
  const spans = inner.spans.subarray(quotations.inner[row], quotations.inner[row + 1])
  return {
    ...voiceAt(columns, voice),
    named: voices.isNamed[voice] === 1,
    within: quotations.isWithin[row] === 1,
    inner: Array.from({ length: spans.length / 2 }, (_, i) => ({
      start: spans[2 * i] as number,
      end: spans[2 * i + 1] as number,
    })),
  }
}

/** The matches of one way: all of its terms together or, where it is loose, each that is there. */
function matchesOf(place: Place, way: Way, plan: Plan): Match[] {
  const there = (terms: PlannedTerm[]) =>
    terms
      .map((term) => ({ term: term.term, score: scoreAt(place, term, plan) }))
      .filter((one) => one.score > 0)
  const required = way.required.map(there)
  if (required.some((terms) => terms.length === 0)) return []
  const scores = [...required.flat(), ...there(way.optional)].map(({ score }) => score)
  const score = way.factor * scores.reduce((sum, one) => sum + one, 0)
  const terms = required.flat().map(({ term }) => term)
  const found = way.isLoose ? terms.map((term) => [term]) : [way.terms]
  return found.map((some) => ({ asked: way.asked, found: some, closeness: way.closeness, score }))
}

/** What a term scores in a piece: 0 where it is not in any field. */
function scoreAt(
  { segment, kind, row }: Place,
  { term, weights }: PlannedTerm,
  { means, rowIn }: Plan,
): number {
  const { columns, kinds } = segment
  const termRow = rowIn(columns.terms, term)
  if (termRow < 0) return 0
  const { own, lengths, nearLengths, story, nearCount } = kinds[kind]
  const storyRow = story[row] as number
  const counts = {
    words: [countOf(own, termRow, row), lengths[row]],
    near: [nearCount(termRow, row), nearLengths[row]],
    context: [countOf(columns.context, termRow, storyRow), columns.stories.contextLength[storyRow]],
  }
  return (['words', 'near', 'context'] as const).reduce((sum, field) => {
    const [count, length] = counts[field] as [number, number]
    return count > 0 ? sum + weights[field] * saturation(count, length, means[field]) : sum
  }, 0)
}
