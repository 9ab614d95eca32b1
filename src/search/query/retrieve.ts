import { newestFirst } from '../../archive/by-date.ts'
import type { Admits, Documents, Scored } from '../index/minisearch.ts'
import type { People } from '../index/speaker-lookup.ts'
import type { Hit, IndexedStory, Piece, Query } from '../search-index.ts'
import { stopWords } from '../text/stop-words.ts'
import { termOf } from '../text/tokenize.ts'
import { NEAR, type Wording } from './expand-terms.ts'
import { best } from './top-k.ts'

/** What is sought: a query, and whether a piece may be a hit of it. */
export type Sought = Query & { admits: Admits }

/** A query with what it admits: pieces of its articles, said by a speaker who is asked for. */
export function seek(query: Query, people: People): Sought {
  const isOpen = ({ articleId }: Piece) => query.articles?.has(articleId) ?? true
  if (query.speakers.length === 0) return { ...query, admits: isOpen }
  const isSpeaker = people.asked(query.speakers)
  const isSaid = ({ quotation }: Piece) => quotation !== null && isSpeaker(quotation)
  return { ...query, admits: (piece) => isOpen(piece) && isSaid(piece) }
}

/** The best hits: what the wordings of a query score one by one, added up. */
export function look(documents: Documents, query: Sought, wordings: Wording[]): Hit[] {
  const found = new Map<string, Hit>()
  for (const wording of wordings)
    documents.lookUp(wording, query.admits, (scored) => note(found, scored, wording))
  return bestOf(found, query)
}

/** No strange word is near these: "Thera" is not "there". */
const stopTerms = new Set([...stopWords].map(termOf))

function note(found: Map<string, Hit>, { id, score, piece, ...scored }: Scored, wording: Wording) {
  const hit: Hit = found.get(id) ?? { piece, score: 0, articleScore: 0, matches: [] }
  const closeness = wording.loose ? NEAR : wording.closeness
  const near = scored.found.filter((term) => !stopTerms.has(term)).map((term) => [term])
  const ways = wording.loose ? near : [wording.terms]
  if (ways.length === 0) return
  for (const terms of ways)
    hit.matches.push({ asked: wording.asked, found: terms, closeness, score: score * wording.closeness })
  found.set(id, hit)
}

/** How much of its article's score comes to a piece. */
const ARTICLE_SHARE = 0.3

/** The best hits, each with a share of what its article's pieces score together, each word counted once. */
function bestOf(found: Map<string, Hit>, { words, limit }: Query): Hit[] {
  const articles = new Map<string, Float64Array>()
  for (const hit of found.values()) {
    const own = bestScores(hit, new Float64Array(words.length))
    hit.score = sum(own)
    const article = articles.get(hit.piece.articleId)
    if (article) bestScores(hit, article)
    else articles.set(hit.piece.articleId, own)
  }
  const top = best<Hit>(limit)
  const sums = new Map([...articles].map(([id, scores]) => [id, sum(scores)]))
  for (const hit of found.values()) {
    hit.articleScore = sums.get(hit.piece.articleId) ?? 0
    hit.score += ARTICLE_SHARE * hit.articleScore
    top.offer(hit)
  }
  return top.taken()
}

/** The best score of each asked word, in a hit and in what was seen before it. */
function bestScores({ matches }: Hit, scores: Float64Array): Float64Array {
  for (const { asked, score } of matches) scores[asked] = Math.max(scores[asked] ?? 0, score)
  return scores
}

const sum = (scores: Float64Array) => scores.reduce((total, score) => total + score, 0)

/** What a query without words lets through: the newest story first, each in the order of its text. */
export function newest(
  documents: Documents,
  query: Sought,
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
