/** Answers a query out of segments as one index over all of their stories would. */
import { termWeights } from '../query/expand-terms.ts'
import { topK } from '../query/top-k.ts'
import type { Findings, Match, Query } from '../search-index.ts'
import { admittedIn } from './admitted.ts'
import type { Corpus } from './corpus.ts'
import { matchesAt, type Place, rowsOf } from './describe-hit.ts'
import { type FoundPiece, findPieces, openWorkspace, type Workspace } from './find-pieces.ts'
import { planOf } from './make-plan.ts'
import { type KindName, readingOnce, type Segment, type TextOf } from './segment.ts'
import { speakersAsked, type VoicesIn } from './speakers.ts'
import { statisticsOf } from './statistics.ts'

/** What a query brought up: pieces, best first, by their places, and how much each asked word tells. */
export type FoundPlaces = {
  pieces: (FoundPiece & Place & { matches: Match[] })[]
  weights: number[]
  /** The share of the stories that were looked at. */
  looked: number
}

export type Search = (kind: KindName, query: Query) => FoundPlaces

/** Searches a corpus, with room of its own, which grows with the greatest segment. */
export function openSearch(corpus: Corpus): Search {
  let room: Workspace | null = null
  const roomFor = (segments: readonly Segment[]) => {
    const most = Math.max(...segments.map(sizeOf))
    if (room === null || room.total.values.length < most) room = openWorkspace(most)
    return room
  }

  return (kind, query) => {
    const segments = corpus.segments()
    const statistics = statisticsOf(segments)
    const weights = termWeights(query.words, statistics, statistics.count('passages'))
    if (kind === 'passages' && query.speakers.length) return { pieces: [], weights, looked: 1 }
    const voices = query.speakers.length ? speakersAsked(query.speakers, { segments, statistics }) : null
    const admission = openAdmission(kind, query, { corpus, voices })
    if (query.words.length === 0)
      return { pieces: newest(kind, query, { corpus, admission }), weights, looked: 1 }
    const isOver = () => query.until !== undefined && Date.now() >= query.until
    const plan = planOf(query.words, kind, { statistics, segments, isOver })
    const top = topK<FoundPiece & Place>(query.limit)
    const left = segments.filter((one) => one.aliveCount() > 0)
    for (let segment = left.pop(); segment; segment = isOver() ? undefined : left.pop()) {
      const searched = { segment, kind, admitted: admission(segment) }
      for (const found of findPieces(searched, plan, { limit: query.limit, room: roomFor(segments) }))
        top.add({ ...found, segment, kind })
    }
    const found = top.items().toSorted(inOrder)
    const pieces = found.map((one) => ({ ...one, matches: matchesAt(one, plan) }))
    return { pieces, weights, looked: 1 - storiesIn(left) / Math.max(1, storiesIn(segments)) }
  }
}

/** The best first; of equals, whatever segments they are in, by the ids of their stories and in the order of the text. */
function inOrder(one: FoundPiece & Place, other: FoundPiece & Place): number {
  const better = other.score - one.score
  if (better !== 0) return better
  const [a, b] = [idOf(one), idOf(other)]
  return a < b ? -1 : a > b ? 1 : one.row - other.row
}

const idOf = ({ segment, kind, row }: Place) => segment.stories.id(segment.rows[kind].story[row] as number)

const storiesIn = (segments: readonly Segment[]) => segments.reduce((sum, one) => sum + one.aliveCount(), 0)

const sizeOf = ({ rows, stories }: Segment) =>
  Math.max(rows.passages.size, rows.quotations.size, stories.size)

type Admission = (segment: Segment) => Uint8Array | null

/** Which pieces of each segment a query lets through. */
function openAdmission(
  kind: KindName,
  { articles }: Query,
  { corpus, voices }: { corpus: Corpus; voices: VoicesIn | null },
): Admission {
  const places = articles && [...articles].flatMap((id) => corpus.place(id) ?? [])
  const bySegment = places && Map.groupBy(places, ({ segment }) => segment)
  return (segment) =>
    admittedIn(segment, kind, {
      stories: bySegment && (bySegment.get(segment) ?? []).map(({ row }) => row),
      voices: voices?.(segment) ?? null,
    })
}

/** The hits at places that were found, with their words; without those whose story's text is not to be had any more. */
export function findingsOf({ pieces, weights, looked }: FoundPlaces, textOf: TextOf): Findings {
  const read = readingOnce(textOf)
  const hits = pieces.flatMap(({ segment, kind, row, score, articleScore, matches }) => {
    const piece = segment.piece(kind, row, read)
    return piece === null ? [] : [{ piece, score, articleScore, matches }]
  })
  return { hits, weights, looked }
}

/** What a query without words lets through: the newest story first, each in the order of its text. */
function newest(
  kind: KindName,
  { limit }: Query,
  { corpus, admission }: { corpus: Corpus; admission: Admission },
): FoundPlaces['pieces'] {
  const admitted = new Map(corpus.segments().map((segment) => [segment, admission(segment)]))
  const pieces: FoundPlaces['pieces'] = []
  for (const { segment, row } of corpus.newest()) {
    if (pieces.length >= limit) break
    const { start } = segment.rows[kind]
    const own = rowsOf(segment, kind, row).filter((piece) => admitted.get(segment)?.[piece] !== 0)
    for (const piece of own.toSorted((a, b) => (start[a] as number) - (start[b] as number)))
      pieces.push({ segment, kind, row: piece, score: 0, articleScore: 0, matches: [] })
  }
  return pieces.slice(0, limit)
}
