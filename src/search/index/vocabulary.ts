// Counts in how many documents each term occurs.
/** The document frequencies of terms. */
export type Vocabulary = ReturnType<typeof openVocabulary>

/** In how many documents a term occurs. */
export type TermFrequencies = Pick<Vocabulary, 'documentsWith'>

/** Opens a vocabulary with earlier counts, or empty. */
export function openVocabulary(counts: Iterable<readonly [string, number]> = []) {
  const inDocuments = new Map(counts)
  const count = (documentTerms: Iterable<string>, by: 1 | -1) => {
    for (const term of new Set(documentTerms)) {
      const left = (inDocuments.get(term) ?? 0) + by
      if (left > 0) inDocuments.set(term, left)
      else inDocuments.delete(term)
    }
  }
  return {
    add: (documentTerms: Iterable<string>) => count(documentTerms, 1),
    remove: (documentTerms: Iterable<string>) => count(documentTerms, -1),
    documentsWith: (term: string) => inDocuments.get(term) ?? 0,
    counts: () => [...inDocuments],
  }
}

/** Returns the inverse document frequency of a term as BM25 defines it (Robertson and Zaragoza, 2009). */
export const inverseDocumentFrequency = (documents: number, withTerm: number) =>
  Math.log(1 + (documents - withTerm + 0.5) / (withTerm + 0.5))
