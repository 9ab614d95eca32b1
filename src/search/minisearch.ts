// Holds documents of terms in MiniSearch, and finds those that have a term in a field.
import MiniSearch, { type Options } from 'minisearch'
import { maxEditsOf } from './query/spelling.ts'

/** A document by its row, with the terms of each field joined by spaces. */
export type TermDocument = Record<'words' | 'near' | 'context', string> & { row: number }

/** A term that is looked for in one field, with BM25's settings. */
export type TermSought = {
  term: string
  field: Exclude<keyof TermDocument, 'row'>
  bm25: { k: number; b: number; d: number }
}

export type TermIndex = {
  add(document: TermDocument): void
  /** Takes out a document as it was added. */
  remove(document: TermDocument): void
  /** Calls `onMatch` with every document that has a term in a field, and the score that MiniSearch gives it there. */
  search(sought: TermSought, onMatch: (row: number, score: number) => void): void
  /** The terms that a word begins, and those that it may be a slip of. */
  near(word: string): Set<string>
}

/** Fields hold terms already. */
const OPTIONS: Options<TermDocument> = {
  idField: 'row',
  fields: ['words', 'near', 'context'],
  tokenize: (row) => (row ? row.split(' ') : []),
  processTerm: (term) => term,
  searchOptions: { tokenize: (term) => [term] },
}

/** Results are taken in MiniSearch's filter, which lets none through, so that there is nothing to sort. */
export function openTermIndex(): TermIndex {
  const index = new MiniSearch<TermDocument>(OPTIONS)
  return {
    add: (document) => index.add(document),
    remove: (document) => index.remove(document),
    search({ term, field, bm25 }, onMatch) {
      index.search(term, {
        fields: [field],
        bm25,
        filter({ id, score }) {
          onMatch(id, score)
          return false
        },
      })
    },
    near(word) {
      const found = new Set<string>()
      index.search(word, {
        prefix: true,
        fuzzy: maxEditsOf(word),
        filter({ terms, match }) {
          for (const term of Object.keys(match)) found.add(term)
          return terms.length === 0
        },
      })
      return found
    },
  }
}
