// Reads articles that are held in memory as an archive reads them.
import type { Archive } from './archive.ts'
import type { Article } from './article.ts'
import { excerptOf } from './excerpt.ts'

/** Returns what reads a map of articles, by id; the map can be changed meanwhile. */
export const heldArchive = (held: ReadonlyMap<string, Article>): Pick<Archive, 'article' | 'excerpts'> => ({
  article: async (id) => held.get(id) ?? null,
  excerpts: async (places) =>
    places.map((place) => {
      const article = held.get(place.articleId)
      return article ? excerptOf(article, place) : null
    }),
})
