// Reads the stories that have candidates: their passages, what these cover of a question, and their headlines.
import type { Hit, IndexedStory, Piece, SearchIndex, StoryPieces } from '../../search/search-index.ts'
import type { PreparedQuery } from '../query/prepared-query.ts'
import { type Coverage, coverageOf, together } from './coverage.ts'
import type { Matcher } from './matcher.ts'
import { type TermText, termsOfPiece, termTextOf } from './term-text.ts'

/** A story with candidates: its passages, what each of them covers once it is asked for, and its headline. */
export type StoryCandidates = {
  story: IndexedStory
  pieces: StoryPieces
  /** The place of each passage among those of the story, by its ordinal. */
  at: ReadonlyMap<number, number>
  coverageAt: (at: number) => Coverage
  /** What the passages of all its candidates cover together. */
  covered: Coverage
  headline: TermText
  headlineCoverage: Coverage
  /** How many stories score more in the index, and how many candidates this one has. */
  rank: number
  candidates: number
}

/** The stories of hits, by id; without those that may not be quoted or named. */
export function storiesOf(
  hits: Hit[],
  { scope, desk }: PreparedQuery,
  matcher: Matcher,
): Map<string, StoryCandidates> {
  const ofStory = Map.groupBy(hits, ({ piece }) => piece.articleId)
  const scores = new Map(
    [...ofStory].map(([id, own]) => [id, Math.max(...own.map(({ articleScore }) => articleScore))]),
  )
  const ranked = [...ofStory.keys()].toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
  const found = new Map<string, StoryCandidates>()
  for (const [rank, id] of ranked.entries()) {
    const story = scope.stories.get(id)
    if (!story) continue
    const own = ofStory.get(id) ?? []
    found.set(id, { ...readStory(story, own, { index: desk.index, matcher }), rank, candidates: own.length })
  }
  return found
}

function readStory(
  story: IndexedStory,
  hits: Hit[],
  { index, matcher }: { index: SearchIndex; matcher: Matcher },
) {
  const pieces = piecesOf(story, index)
  const known: (Coverage | undefined)[] = []
  const coverageAt = (at: number) =>
    (known[at] ??= coverageOf(termsOfPiece(pieces.passages[at] as Piece), matcher))
  const at = new Map(pieces.passages.map(({ ordinal }, i) => [ordinal, i]))
  const places = new Set(hits.flatMap(({ piece }) => at.get(piece.passage.ordinal) ?? []))
  const headline = headlineOf(story.headline)
  return {
    story,
    pieces,
    at,
    coverageAt,
    covered: together([...places].map(coverageAt), matcher),
    headline,
    headlineCoverage: coverageOf(headline, matcher),
  }
}

/** The pieces of stories that were measured before, by index, the newest use last; they hold what was read of them. */
const heldBy = new WeakMap<SearchIndex, Map<string, StoryPieces>>()
const MAX_HELD = 1_000

/** The pieces of a story, which are read once as long as they are held. */
export function piecesOf({ id, version }: IndexedStory, index: SearchIndex): StoryPieces {
  const key = `${id} ${version}`
  const held = heldBy.get(index) ?? new Map<string, StoryPieces>()
  heldBy.set(index, held)
  const pieces = held.get(key) ?? index.piecesOf(id)
  held.delete(key)
  held.set(key, pieces)
  for (const oldest of held.keys()) {
    if (held.size <= MAX_HELD) break
    held.delete(oldest)
  }
  return pieces
}

/** Headlines read before. */
const headlines = new Map<string, TermText>()
const MAX_HEADLINES = 20_000

function headlineOf(text: string): TermText {
  const read = headlines.get(text) ?? termTextOf(text)
  if (headlines.size < MAX_HEADLINES) headlines.set(text, read)
  return read
}

/** The piece as it is held: the same as a hit's, with what was read of it before. */
export function heldPiece(piece: Piece, { pieces }: StoryCandidates, at: number): Piece {
  const own = piece.quotation ? pieces.quotations[piece.ordinal - 1] : pieces.passages[at]
  return own?.text === piece.text ? own : piece
}

/** The places of a passage and its neighbours, the next one first, until they have so many words together. */
export function windowAround(
  { pieces: { passages }, coverageAt }: StoryCandidates,
  at: number,
  words: number,
): number[] {
  const window = [at]
  let [before, after, length] = [at - 1, at + 1, coverageAt(at).length]
  while (length < words && (before >= 0 || after < passages.length)) {
    const next = after < passages.length && (after - at <= at - before || before < 0) ? after++ : before--
    window.push(next)
    length += coverageAt(next).length
  }
  return window
}
