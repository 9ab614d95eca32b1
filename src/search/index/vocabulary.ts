/** A vocabulary counts in how many documents each term stands. */
export type Vocabulary = ReturnType<typeof openVocabulary>

/** What a vocabulary tells: in how many documents a term stands. */
export type TermFrequencies = Pick<Vocabulary, 'documentsWith'>

/** Opens a vocabulary on earlier counts, or on none. */
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

/** How much a term tells: its inverse document frequency, as BM25 has it (Robertson and Zaragoza, 2009). */
export const weightOf = (documents: number, withTerm: number) =>
  Math.log(1 + (documents - withTerm + 0.5) / (withTerm + 0.5))
