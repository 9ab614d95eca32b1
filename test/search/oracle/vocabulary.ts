// Counts in how many documents each term occurs.

export type Vocabulary = ReturnType<typeof vocabularyOf>

/** The document frequencies of terms, given the terms of each document. */
export function vocabularyOf(documents: Iterable<Iterable<string>>) {
  const inDocuments = new Map<string, number>()
  for (const document of documents)
    for (const term of new Set(document)) inDocuments.set(term, (inDocuments.get(term) ?? 0) + 1)
  return { documentsWith: (term: string) => inDocuments.get(term) ?? 0 }
}
