import MiniSearch, {
  type AsPlainObject,
  type Options,
  type SearchResult,
  type Query as Sought,
} from 'minisearch'
import { best } from './best.ts'
import { contextOf, type Document, passageDocuments, quotationDocuments } from './pieces.ts'
import type { Findings, Hit, IndexedStory, Piece, Query, SearchIndex } from './search-index.ts'
import { terms } from './terms.ts'
import { openVocabulary } from './vocabulary.ts'
import { type Wording, weightsOf, wordings } from './wording.ts'

/** What an index consists of, as plain data that JSON can hold. */
export type Contents = {
  indexedAt: string
  stories: Held[]
  vocabulary: [string, number][]
  passages: AsPlainObject
  quotations: AsPlainObject
}

/** A story with the ids of its documents. */
type Held = IndexedStory & { passages: string[]; quotations: string[] }

/** Fields hold terms already. The weights, and BM25+'s floor `d` at 0, were measured: bench/retrieval.ts. */
const OPTIONS: Options<Document> = {
  fields: ['words', 'near', 'context'],
  storeFields: ['piece'],
  tokenize: (row) => (row ? row.split(' ') : []),
  processTerm: (term) => term,
  searchOptions: {
    boost: { words: 1, near: 0.3, context: 0.5 },
    bm25: { k: 1.2, b: 0.7, d: 0 },
    tokenize: (term) => [term],
    prefix: false,
    fuzzy: false,
  },
}

/** An index in memory on MiniSearch: empty, or of what an earlier one consisted of. */
export function openMiniSearch(now: () => Date, earlier?: Contents): SearchIndex & { contents(): Contents } {
  const passages = open(earlier?.passages)
  const quotations = open(earlier?.quotations)
  const vocabulary = openVocabulary(earlier?.vocabulary)
  const stories = new Map(earlier?.stories.map((story) => [story.id, story]))
  let indexedAt = earlier?.indexedAt ?? now().toISOString()

  const forget = (id: string) => {
    const story = stories.get(id)
    if (!story) return
    for (const passage of story.passages) vocabulary.remove(termsOf(story, pieceOf(passages, passage)))
    passages.discardAll(story.passages)
    quotations.discardAll(story.quotations)
    stories.delete(id)
  }

  const find = (index: MiniSearch<Document>, query: Query): Findings => {
    const documents = passages.documentCount
    const weights = weightsOf(query.words, vocabulary, documents)
    if (query.words.length === 0) return { hits: newest(index, query, stories), weights }
    return { hits: look(index, query, wordings(query.words, vocabulary, documents)), weights }
  }

  return {
    async put(article) {
      const { version, ...facts } = article
      const read = passageDocuments(article)
      const said = quotationDocuments(article)
      forget(article.id)
      passages.addAll(read)
      quotations.addAll(said)
      const story = {
        ...facts,
        version: version.number,
        pieces: { passages: read.length, quotations: said.length },
        speakers: [...new Set(version.quotations.flatMap(({ speaker }) => speaker ?? []))],
        passages: read.map(idOf),
        quotations: said.map(idOf),
      }
      for (const { piece } of read) vocabulary.add(termsOf(story, piece))
      stories.set(article.id, story)
      indexedAt = now().toISOString()
    },
    async remove(id) {
      forget(id)
      indexedAt = now().toISOString()
    },
    passages: async (query) => find(passages, query),
    quotations: async (query) => find(quotations, query),
    stories: () => stories.values(),
    size: () => ({
      articles: stories.size,
      passages: passages.documentCount,
      quotations: quotations.documentCount,
    }),
    indexedAt: () => new Date(indexedAt),
    contents: () => ({
      indexedAt,
      stories: [...stories.values()],
      vocabulary: vocabulary.counts(),
      passages: passages.toJSON(),
      quotations: quotations.toJSON(),
    }),
  }
}

const open = (earlier?: AsPlainObject) =>
  earlier ? MiniSearch.loadJS<Document>(earlier, OPTIONS) : new MiniSearch<Document>(OPTIONS)

const idOf = ({ id }: Document) => id
const pieceOf = (index: MiniSearch<Document>, id: string) => index.getStoredFields(id)?.piece as Piece
const termsOf = (story: IndexedStory, { text }: Piece) => [...terms(text), ...contextOf(story).split(' ')]

/** Hits for the wordings of a question: what MiniSearch scores a word at a time, added up. */
function look(index: MiniSearch<Document>, query: Query, ways: Wording[]): Hit[] {
  const admits = admission(query)
  const found = new Map<string, Hit>()
  for (const way of ways) {
    index.search(soughtBy(way), {
      fuzzy: way.loose && nearness,
      prefix: way.loose && isLong,
      boostDocument: (_id, _term, stored) => (admits(stored?.piece as Piece) ? 1 : 0),
      filter: (result) => {
        note(found, result, way)
        return false
      },
    })
  }
  return bestOf(found, query)
}

/** How many letters in a word may be wrong, as a share; short words must be right. */
const nearness = (term: string) => (term.length < 4 ? 0 : 0.2)
const isLong = (term: string) => term.length >= 4

const soughtBy = ({ terms }: Wording): Sought =>
  terms.length > 1 ? { combineWith: 'AND', queries: terms } : (terms[0] ?? '')

/** What a near term counts beside an asked one that no text has. */
const NEAR = 0.7

function note(found: Map<string, Hit>, { id, score, match, piece }: SearchResult, way: Wording) {
  const hit: Hit = found.get(id) ?? { piece, score: 0, articleScore: 0, matches: [] }
  const ways = way.loose ? Object.keys(match).map((term) => [term]) : [way.terms]
  for (const terms of ways) {
    const closeness = way.loose ? NEAR : way.closeness
    hit.matches.push({ asked: way.asked, found: terms, closeness, score: score * way.closeness })
  }
  found.set(id, hit)
}

/** How much of its article's score comes to a piece. */
const ARTICLE_SHARE = 1

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

/** What a query without words lets through, newest story first, in the order of its text. */
function newest(index: MiniSearch<Document>, query: Query, stories: Map<string, IndexedStory>): Hit[] {
  const admits = admission(query)
  const hits: Hit[] = []
  index.search(MiniSearch.wildcard, {
    filter: ({ piece }) => {
      const publishedAt = stories.get(piece.articleId)?.publishedAt
      const score = publishedAt ? Date.parse(publishedAt) : 0
      if (admits(piece)) hits.push({ piece, score, articleScore: 0, matches: [] })
      return false
    },
  })
  return hits.toSorted((a, b) => b.score - a.score || a.piece.start - b.piece.start).slice(0, query.limit)
}

/** Whether a piece may be a hit: of these articles, and said by somebody whom all the speaker's terms fit. */
function admission({ articles, speaker }: Query): (piece: Piece) => boolean {
  if (speaker.length === 0) return ({ articleId }) => articles.has(articleId)
  return ({ articleId, quotation }) => {
    const roles = quotation?.roles.split(' ')
    return articles.has(articleId) && speaker.every((term) => roles?.includes(term))
  }
}
