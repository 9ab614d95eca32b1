/** Finds the pieces of a segment that score best for a plan. */
import { topK } from '../query/top-k.ts'
import { rounded } from './bm25.ts'
import { type NearCounts, openNearCounts } from './kinds.ts'
import type { Plan, PlannedTerm, Way } from './plan.ts'
import { addScore, drain, openScores, raiseScore, type Scores } from './scores.ts'
import type { KindName, Scoring, Segment } from './segment.ts'

/** A piece that was found, by its row, with its score and that of its story. */
export type FoundPiece = { row: number; score: number; articleScore: number }

/** How much of its story's score comes to a piece. */
const ARTICLE_SHARE = 0.3

/** Room to score the pieces of any segment in, empty between two searches. */
export type Workspace = {
  near: NearCounts
  /** For one way: what its first and its other terms score. */
  first: Scores
  other: Scores
  /** For one word, the best of its ways; and for all words. */
  word: Scores
  total: Scores
  /** The best score of one word in each story, and the sum of these. */
  storyWord: Scores
  story: Scores
}

export function openWorkspace(pieces: number): Workspace {
  return {
    near: openNearCounts(pieces),
    first: openScores(pieces),
    other: openScores(pieces),
    word: openScores(pieces),
    total: openScores(pieces),
    storyWord: openScores(pieces),
    story: openScores(pieces),
  }
}

/** What is searched: the pieces of one kind, those admitted. */
export type Searched = { segment: Segment; kind: KindName; admitted: Uint8Array | null }

/**
 * The best pieces: what the ways of a plan score, the best way of each word, added up; each with a share of what its
 * story's pieces score together, each word counted once.
 */
export function findPieces(
  searched: Searched,
  plan: Plan,
  { limit, room }: { limit: number; room: Workspace },
) {
  const { segment, kind, admitted } = searched
  const storyOf = segment.rows[kind].story
  const scoring: Scoring = { plan, admitted, near: room.near }
  for (const ways of plan.words) {
    for (const way of ways) scoreWay(searched, way, { scoring, room })
    drain(room.word, (piece, score) => {
      addScore(room.total, piece, score)
      raiseScore(room.storyWord, storyOf[piece] as number, score)
    })
    drain(room.storyWord, (story, score) => addScore(room.story, story, score))
  }
  const top = topK<FoundPiece>(limit)
  drain(room.total, (row, own) => {
    const articleScore = rounded(room.story.values[storyOf[row] as number] as number)
    const score = rounded(own + ARTICLE_SHARE * articleScore)
    if (top.wants(score)) top.add({ row, score, articleScore })
  })
  drain(room.story, () => {})
  return top.items()
}

type Room = { scoring: Scoring; room: Workspace }

/** Scores one way: the first of the required terms, with what the others and the optional ones add to it. */
function scoreWay({ segment, kind }: Searched, { required, optional, factor }: Way, { scoring, room }: Room) {
  const [first = [], second] = required
  const scoreAll = (terms: PlannedTerm[], scores: Scores) => {
    for (const term of terms) segment.score(kind, term, scoring, scores)
  }
  scoreAll(first, room.first)
  scoreAll([...(second ?? []), ...optional], room.other)
  drain(room.first, (piece, score) => {
    const other = room.other.values[piece] as number
    if (second === undefined || other > 0) raiseScore(room.word, piece, (score + other) * factor)
  })
  drain(room.other, () => {})
}
