// Stores and searches documents with MiniSearch.
import MiniSearch, { type AsPlainObject, type Options, type Query, type SearchResult } from 'minisearch'
import type { Document } from './index/documents.ts'
import type { TermVariant } from './query/expand-terms.ts'
import { isCorrectable } from './query/spelling.ts'
import type { Piece } from './search-index.ts'

/** A document that matches a term variant: its score, and the terms found. */
export type ScoredDocument = { id: string; score: number; found: string[]; piece: Piece }

/** A store of documents, searched for one term variant at a time. */
export type Documents = {
  /** Adds a document, hidden until `show`. */
  add(document: Document): void
  show(ids: string[]): void
  hide(ids: string[]): void
  remove(id: string): void
  piece(id: string): Piece
  /** The number of documents that are not hidden. */
  count(): number
  /** Calls `onMatch` for every admitted document that has the variant, in no order. */
  search(variant: TermVariant, admits: PieceFilter, onMatch: (document: ScoredDocument) => void): void
  /** The pieces of all documents that are not hidden, in no order. */
  pieces(): Piece[]
  contents(): AsPlainObject
}

export type PieceFilter = (piece: Piece) => boolean

/** Fields hold terms already. The weights, and BM25+'s floor `d` at 0, were measured with bench/retrieval.ts. */
const MINISEARCH_OPTIONS: Options<Document> = {
  fields: ['words', 'near', 'context'],
  storeFields: ['piece'],
  // What is left of removed documents is cleared away a few terms at a time: a common one stands in very many.
  autoVacuum: { batchSize: 20, batchWait: 1 },
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

/**
 * Opens a document store: empty, or with earlier contents. Results are handed out in the filter callback, which
 * rejects all of them, so that MiniSearch has nothing to sort.
 */
export function openDocuments(contents?: AsPlainObject): Documents {
  const index = contents
    ? MiniSearch.loadJS<Document>(contents, MINISEARCH_OPTIONS)
    : new MiniSearch<Document>(MINISEARCH_OPTIONS)
  const hidden = new Set<Piece>()
  const pieceOf = (id: string) => index.getStoredFields(id)?.piece as Piece
  return {
    add(document) {
      hidden.add(document.piece)
      index.add(document)
    },
    show(ids) {
      for (const id of ids) hidden.delete(pieceOf(id))
    },
    hide(ids) {
      for (const id of ids) hidden.add(pieceOf(id))
    },
    remove(id) {
      hidden.delete(pieceOf(id))
      index.discard(id)
    },
    piece: pieceOf,
    count: () => index.documentCount - hidden.size,
    search(variant, admits, onMatch) {
      index.search(miniSearchQuery(variant), {
        fuzzy: variant.fuzzy && maxEdits,
        prefix: variant.fuzzy && isCorrectable,
        boostDocument(_id, _term, stored) {
          const piece = stored?.piece as Piece
          return !hidden.has(piece) && admits(piece) ? 1 : 0
        },
        filter: (result) => {
          onMatch(toScoredDocument(result))
          return false
        },
      })
    },
    pieces: () =>
      index
        .search(MiniSearch.wildcard)
        .map(({ piece }) => piece as Piece)
        .filter((piece) => !hidden.has(piece)),
    contents: () => index.toJSON(),
  }
}

/** The maximum edit distance of a fuzzy match, as a share of the term's length. */
const maxEdits = (term: string) => (isCorrectable(term) ? 0.2 : 0)

const miniSearchQuery = ({ terms }: TermVariant): Query =>
  terms.length > 1 ? { combineWith: 'AND', queries: terms } : (terms[0] ?? '')

const toScoredDocument = ({ id, score, match, piece }: SearchResult): ScoredDocument => ({
  id,
  score,
  found: Object.keys(match),
  piece,
})
