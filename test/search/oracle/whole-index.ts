// Searches all stories in one MiniSearch, which the product has for new stories alone: what its segments are held against.
import MiniSearch, { type Query as MiniSearchQuery, type Options } from 'minisearch'
import type { Article } from '../../../src/archive/article.ts'
import { newestFirst } from '../../../src/archive/by-date.ts'
import {
  contextOf,
  type Document,
  passageDocuments,
  quotationDocuments,
} from '../../../src/search/index/documents.ts'
import {
  NEAR_TERM_CLOSENESS,
  type TermVariant,
  termVariants,
  termWeights,
} from '../../../src/search/query/expand-terms.ts'
import { isCorrectable, mayStandFor } from '../../../src/search/query/spelling.ts'
import type { Findings, Hit, Piece, Query } from '../../../src/search/search-index.ts'
import { stopWords } from '../../../src/search/text/stop-words.ts'
import { termOf, terms } from '../../../src/search/text/tokenize.ts'
import { speakerMatcher } from './speaker-lookup.ts'
import { vocabularyOf } from './vocabulary.ts'

const OPTIONS: Options<Document> = {
  fields: ['words', 'near', 'context'],
  tokenize: (row) => (row ? row.split(' ') : []),
  processTerm: (term) => term,
  searchOptions: {
    boost: { words: 1, near: 0.3, context: 0.5 },
    bm25: { k: 1.2, b: 0.7, d: 0 },
    tokenize: (term) => [term],
  },
}

/** All documents of one kind. */
function wholeOf(documents: Document[]) {
  const index = new MiniSearch<Document>(OPTIONS)
  index.addAll(documents)
  return { index, pieces: new Map(documents.map(({ id, piece }) => [id, piece])) }
}
type Whole = ReturnType<typeof wholeOf>

/** Searches these articles, each of them given once. */
export function openWholeIndex(articles: Article[]) {
  const passages = articles.flatMap((one) => [...passageDocuments(one, one.id)])
  const quotations = articles.flatMap((one) => [...quotationDocuments(one, one.id)])
  const contexts = new Map(articles.map((one) => [one.id, contextOf(one).split(' ')]))
  const vocabulary = vocabularyOf(
    passages.map(({ piece }) => [...terms(piece.text), ...(contexts.get(piece.articleId) ?? [])]),
  )
  const details = quotations.flatMap(({ piece }) => piece.quotation ?? [])
  const inOrder = articles.toSorted(newestFirst).map(({ id }) => id)
  const whole = { passages: wholeOf(passages), quotations: wholeOf(quotations) }

  async function find(kind: keyof typeof whole, query: Query): Promise<Findings> {
    const { words, articles: open, speakers, limit } = query
    const isSaid = speakers.length ? speakerMatcher(details, speakers) : null
    const admits = ({ articleId, quotation }: Piece) =>
      (open?.has(articleId) ?? true) && (isSaid === null || (quotation !== null && isSaid(quotation)))
    const weights = termWeights(words, vocabulary, passages.length)
    if (words.length === 0)
      return {
        hits: newestPieces([...whole[kind].pieces.values()].filter(admits), inOrder, limit),
        weights,
        looked: 1,
      }
    const variants = termVariants(words, vocabulary, passages.length)
    return {
      hits: best(found(whole[kind], variants, admits), words.length).slice(0, limit),
      weights,
      looked: 1,
    }
  }

  return {
    passages: (query: Query) => find('passages', query),
    quotations: (query: Query) => find('quotations', query),
    size: () => ({ articles: articles.length, passages: passages.length, quotations: quotations.length }),
  }
}

/** What has a term variant, with the matches of each. */
function found({ index, pieces }: Whole, variants: TermVariant[], admits: (piece: Piece) => boolean): Hit[] {
  const hits = new Map<string, Hit>()
  for (const variant of variants)
    for (const { id, score, match } of index.search(queryOf(variant), optionsOf(variant))) {
      const piece = pieces.get(id) as Piece
      const matches = matchesOf(variant, score, Object.keys(match))
      if (!admits(piece) || matches.length === 0) continue
      const hit = hits.get(id) ?? { piece, score: 0, articleScore: 0, matches: [] }
      hit.matches.push(...matches)
      hits.set(id, hit)
    }
  return [...hits.values()]
}

const queryOf = ({ terms }: TermVariant): MiniSearchQuery =>
  terms.length > 1 ? { combineWith: 'AND', queries: terms } : (terms[0] ?? '')

const optionsOf = ({ fuzzy }: TermVariant) => ({
  fuzzy: fuzzy && ((term: string) => (isCorrectable(term) ? 0.2 : 0)),
  prefix: fuzzy && isCorrectable,
})

/** No unknown word is near these: "Thera" is not "there". */
const STOP_TERMS = new Set([...stopWords].map(termOf))

function matchesOf({ asked, terms, closeness, fuzzy }: TermVariant, score: number, matched: string[]) {
  if (!fuzzy) return [{ asked, found: terms, closeness, score: score * closeness }]
  return matched
    .filter((term) => !STOP_TERMS.has(term) && mayStandFor(terms[0] ?? '', term))
    .map((term) => ({ asked, found: [term], closeness: NEAR_TERM_CLOSENESS, score: score * closeness }))
}

/** The share of its story's score that is added to a piece's. */
const STORY_SHARE = 0.3

/** The best first: each asked word counts once, in a piece and in its story. */
function best(hits: Hit[], words: number): Hit[] {
  const sumOfBest = (own: Hit[]) => {
    const matches = own.flatMap((one) => one.matches)
    const scoresOf = (word: number) => matches.flatMap(({ asked, score }) => (asked === word ? [score] : []))
    return Array.from({ length: words }, (_, word) => Math.max(0, ...scoresOf(word))).reduce(
      (a, b) => a + b,
      0,
    )
  }
  const stories = Map.groupBy(hits, ({ piece }) => piece.articleId)
  const storyScores = new Map([...stories].map(([id, own]) => [id, sumOfBest(own)]))
  return hits
    .map((hit) => {
      const articleScore = storyScores.get(hit.piece.articleId) as number
      return { ...hit, articleScore, score: sumOfBest([hit]) + STORY_SHARE * articleScore }
    })
    .toSorted((a, b) => b.score - a.score)
}

/** What a query without words finds: the newest story first, each in the order of its text. */
function newestPieces(pieces: Piece[], inOrder: string[], limit: number): Hit[] {
  const byStory = Map.groupBy(pieces, ({ articleId }) => articleId)
  return inOrder
    .flatMap((id) => byStory.get(id)?.toSorted((a, b) => a.start - b.start) ?? [])
    .slice(0, limit)
    .map((piece) => ({ piece, score: 0, articleScore: 0, matches: [] }))
}
