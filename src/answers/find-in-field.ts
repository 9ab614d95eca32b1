// Finds the pieces of the stories in scope and, to rank them among, those of its field.
import type { Findings, Hit, Query } from '../search/search-index.ts'
import type { PreparedQuery } from './query/prepared-query.ts'

/**
 * Returns what a query finds in the scope of a question, and beside it what it finds in its field. All that the scope has
 * is found, however much of other days has the same words.
 */
export async function findInField(
  { scope, field, queryTerms, candidates }: PreparedQuery,
  find: (query: Omit<Query, 'speakers'>) => Promise<Findings>,
): Promise<Findings> {
  const query = { words: queryTerms.words, articles: scope.open, limit: candidates }
  const own = await find(query)
  if (field === scope.open || queryTerms.words.length === 0) return own
  const wide = await find({ ...query, articles: field })
  const known = new Set(own.hits.map(placeOf))
  return { ...wide, hits: [...own.hits, ...wide.hits.filter((hit) => !known.has(placeOf(hit)))] }
}

const placeOf = ({ piece }: Hit) => `${piece.articleId} ${piece.quotation === null} ${piece.ordinal}`
