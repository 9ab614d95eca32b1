import type { Archive } from '../src/archive/archive.ts'
import type { Article } from '../src/archive/article.ts'

/** An archive of given articles, by id; whoever holds the map can change what is in it. */
export function memoryArchive(articles: Map<string, Article>): Archive {
  return {
    holds: async () => false,
    reread: async () => 0,
    keep: () => Promise.reject(new Error('A memory archive is filled through its map.')),
    article: async (id, version) => {
      const article = articles.get(id) ?? null
      return version === undefined || article?.version.number === version ? article : null
    },
    async *articles() {
      yield* [...articles.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
    },
    known: async () => null,
    changedSince: () => null,
    decide: async () => null,
    decisions: async () => [],
    edition: async () =>
      JSON.stringify([...articles.values()].map(({ id, version, status }) => [id, version.number, status])),
    close: async () => {},
  }
}
