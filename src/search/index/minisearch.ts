import MiniSearch, { type AsPlainObject, type Options, type Query, type SearchResult } from 'minisearch'
import type { Wording } from '../query/expand-terms.ts'
import { isSpelled } from '../query/spelling.ts'
import type { Piece } from '../search-index.ts'
import type { Document } from './documents.ts'

/** A document that has a wording: how well, by which of its terms. */
export type Scored = { id: string; score: number; found: string[]; piece: Piece }

/** Documents to be looked up by their terms, one wording at a time. */
export type Documents = {
  /** Takes a document in, out of sight until it is shown. */
  add(document: Document): void
  show(ids: string[]): void
  hide(ids: string[]): void
  remove(id: string): void
  piece(id: string): Piece
  /** How many are in sight. */
  count(): number
  /** Offers every admitted document that has the wording, in no order. */
  lookUp(wording: Wording, admits: Admits, offer: (scored: Scored) => void): void
  /** Every document's piece, in no order. */
  pieces(): Piece[]
  contents(): AsPlainObject
}

export type Admits = (piece: Piece) => boolean

/** Fields hold terms already. The weights, and BM25+'s floor `d` at 0, were measured: bench/retrieval.ts. */
const OPTIONS: Options<Document> = {
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
 * Documents in MiniSearch: none, or those of earlier contents. Its results are taken one by one through the filter,
 * which lets none pass, so that it has nothing to sort.
 */
export function openDocuments(earlier?: AsPlainObject): Documents {
  const index = earlier ? MiniSearch.loadJS<Document>(earlier, OPTIONS) : new MiniSearch<Document>(OPTIONS)
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
    lookUp(wording, admits, offer) {
      index.search(soughtBy(wording), {
        fuzzy: wording.loose && nearness,
        prefix: wording.loose && isSpelled,
        boostDocument(_id, _term, stored) {
          const piece = stored?.piece as Piece
          return !hidden.has(piece) && admits(piece) ? 1 : 0
        },
        filter: (result) => {
          offer(scored(result))
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

/** How many letters of a word may be wrong, as a share. */
const nearness = (term: string) => (isSpelled(term) ? 0.2 : 0)

const soughtBy = ({ terms }: Wording): Query =>
  terms.length > 1 ? { combineWith: 'AND', queries: terms } : (terms[0] ?? '')

const scored = ({ id, score, match, piece }: SearchResult): Scored => ({
  id,
  score,
  found: Object.keys(match),
  piece,
})
