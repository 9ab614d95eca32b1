import MiniSearch, { type AsPlainObject, type Options, type Query, type SearchResult } from 'minisearch'
import type { Document } from './pieces.ts'
import type { Piece } from './search-index.ts'
import { isSpelled } from './slips.ts'
import type { Wording } from './wording.ts'

/** A document that has a wording: how well, by which of its terms. */
export type Scored = { id: string; score: number; found: string[]; piece: Piece }

/** Documents to be looked up by their terms, one wording at a time. */
export type Documents = {
  addAll(documents: Document[]): void
  removeAll(ids: string[]): void
  piece(id: string): Piece
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
  return {
    addAll: (documents) => index.addAll(documents),
    removeAll: (ids) => index.discardAll(ids),
    piece: (id) => index.getStoredFields(id)?.piece as Piece,
    count: () => index.documentCount,
    lookUp(wording, admits, offer) {
      index.search(soughtBy(wording), {
        fuzzy: wording.loose && nearness,
        prefix: wording.loose && isSpelled,
        boostDocument: (_id, _term, stored) => (admits(stored?.piece as Piece) ? 1 : 0),
        filter: (result) => {
          offer(scored(result))
          return false
        },
      })
    },
    pieces: () => index.search(MiniSearch.wildcard).map(({ piece }) => piece),
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
