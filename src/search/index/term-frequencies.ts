// Weighs terms by the number of documents that have them.
/** In how many documents a term occurs. */
export type TermFrequencies = { documentsWith(term: string): number }

/** Returns the inverse document frequency of a term as BM25 defines it (Robertson and Zaragoza, 2009). */
export const inverseDocumentFrequency = (documents: number, withTerm: number) =>
  Math.log(1 + (documents - withTerm + 0.5) / (withTerm + 0.5))
