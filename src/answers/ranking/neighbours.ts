// Adds the passages next to the best ones: a short paragraph often has the answer to what the one before it tells of.
import type { Hit, Piece, StoryPieces } from '../../search/search-index.ts'

/** Neighbours are added of so many hits, the best by the index, each so far on either side. */
const HITS = 60
const REACH = 1

/** The hits, and behind each of the first the neighbours that are no hits themselves; quotations come back as they are. */
export function withNeighbours(hits: Hit[], piecesOf: (articleId: string) => StoryPieces): Hit[] {
  const known = new Set(hits.map(({ piece }) => keyOf(piece)))
  return hits.flatMap((hit, i) => {
    if (i >= HITS || hit.piece.quotation) return hit
    const { passages } = piecesOf(hit.piece.articleId)
    const at = passages.findIndex(({ ordinal }) => ordinal === hit.piece.ordinal)
    const near = at < 0 ? [] : passages.slice(Math.max(0, at - REACH), at + REACH + 1)
    const added = near.filter((piece) => !known.has(keyOf(piece)))
    for (const piece of added) known.add(keyOf(piece))
    const { articleScore } = hit
    return [hit, ...added.map((piece): Hit => ({ piece, score: 0, articleScore, matches: [] }))]
  })
}

const keyOf = ({ articleId, ordinal }: Piece) => `${articleId} ${ordinal}`
