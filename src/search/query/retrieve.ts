// Retrieves the best hits of a query by adding up the scores of its term variants.
import { newestFirst } from '../../archive/by-date.ts'
import type { Documents, PieceFilter, ScoredDocument } from '../minisearch.ts'
import type { Hit, IndexedStory, Piece, Query } from '../search-index.ts'
import { stopWords } from '../text/stop-words.ts'
import { termOf } from '../text/tokenize.ts'
import { NEAR_TERM_CLOSENESS, type TermVariant } from './expand-terms.ts'
import type { SpeakerLookup } from './speaker-lookup.ts'
import { mayStandFor } from './spelling.ts'
import { topK } from './top-k.ts'

/** A query, and whether a piece may be a hit of it. */
export type FilteredQuery = Query & { admits: PieceFilter }

/** Adds the filter of a query: pieces of its articles, said by a speaker who is asked for. */
export function filterQuery(query: Query, speakers: SpeakerLookup): FilteredQuery {
  const isOpen = ({ articleId }: Piece) => query.articles?.has(articleId) ?? true
  if (query.speakers.length === 0) return { ...query, admits: isOpen }
  const isSpeaker = speakers.matcher(query.speakers)
  const isSaid = ({ quotation }: Piece) => quotation !== null && isSpeaker(quotation)
  return { ...query, admits: (piece) => isOpen(piece) && isSaid(piece) }
}

/** Returns the best hits, best first, by the sum of their scores for the term variants. */
export function searchDocuments(
  documents: Documents,
  query: FilteredQuery,
  termVariants: TermVariant[],
): Hit[] {
  const found = new Map<string, Hit>()
  for (const variant of termVariants)
    documents.search(variant, query.admits, (scored) => addMatches(found, scored, variant))
  return bestHits(found, query)
}

/** Terms that no unknown word is near to: "Thera" is not "there". */
const STOP_TERMS = new Set([...stopWords].map(termOf))

function addMatches(
  found: Map<string, Hit>,
  { id, score, piece, ...scored }: ScoredDocument,
  variant: TermVariant,
) {
  const hit: Hit = found.get(id) ?? { piece, score: 0, articleScore: 0, matches: [] }
  const closeness = variant.fuzzy ? NEAR_TERM_CLOSENESS : variant.closeness
  const [asked = ''] = variant.terms
  const nearTerms = scored.found
    .filter((term) => !STOP_TERMS.has(term) && mayStandFor(asked, term))
    .map((term) => [term])
  const alternatives = variant.fuzzy ? nearTerms : [variant.terms]
  if (alternatives.length === 0) return
  for (const terms of alternatives)
    hit.matches.push({ asked: variant.asked, found: terms, closeness, score: score * variant.closeness })
  found.set(id, hit)
}

/** The share of its article's score that is added to a piece's score. */
const ARTICLE_SHARE = 0.3

/** Returns the best hits, each with a share of its article's score; each asked word counts once. */
function bestHits(found: Map<string, Hit>, { words, limit }: Query): Hit[] {
  const articles = new Map<string, Float64Array>()
  for (const hit of found.values()) {
    const own = bestScores(hit, new Float64Array(words.length))
    hit.score = sum(own)
    const article = articles.get(hit.piece.articleId)
    if (article) bestScores(hit, article)
    else articles.set(hit.piece.articleId, own)
  }
  const top = topK<Hit>(limit)
  const sums = new Map([...articles].map(([id, scores]) => [id, sum(scores)]))
  for (const hit of found.values()) {
    hit.articleScore = sums.get(hit.piece.articleId) ?? 0
    hit.score += ARTICLE_SHARE * hit.articleScore
    top.add(hit)
  }
  return top.items()
}

/** Raises `scores` to the best score of each asked word in a hit, and returns it. */
function bestScores({ matches }: Hit, scores: Float64Array): Float64Array {
  for (const { asked, score } of matches) scores[asked] = Math.max(scores[asked] ?? 0, score)
  return scores
}

const sum = (scores: Float64Array) => scores.reduce((total, score) => total + score, 0)

/** Returns the hits of a query without words: the newest story first, each in the order of its text. */
export function newestPieces(
  documents: Documents,
  query: FilteredQuery,
  stories: ReadonlyMap<string, IndexedStory>,
): Hit[] {
  const pieces = Map.groupBy(documents.pieces().filter(query.admits), ({ articleId }) => articleId)
  return [...stories.values()]
    .filter(({ id }) => pieces.has(id))
    .toSorted(newestFirst)
    .flatMap(({ id }) => pieces.get(id)?.toSorted((a, b) => a.start - b.start) ?? [])
    .slice(0, query.limit)
    .map((piece) => ({ piece, score: 0, articleScore: 0, matches: [] }))
}
