// Takes out of an article what one piece of evidence needs.
import type { Article, Quotation } from './article.ts'

/** Where a passage stands, or a quotation in it: the ordinals in an article's newest version. */
export type Place = { articleId: string; passage: number; quotation: number | null }

/**
 * Returns the excerpt of an article at a place: the article with its text, the passage there alone, and of its
 * quotations the one there and those around it. What the article does not have is left out.
 */
export function excerptOf(article: Article, { passage, quotation }: Omit<Place, 'articleId'>): Article {
  const { passages, quotations, ...version } = article.version
  return {
    ...article,
    version: {
      ...version,
      passages: passages.filter(({ ordinal }) => ordinal === passage),
      quotations: quotation === null ? [] : withOuter(quotations, quotation),
    },
  }
}

/** Returns a quotation after the ones around it, whose ordinals are smaller. */
function withOuter(quotations: Quotation[], ordinal: number): Quotation[] {
  const found = quotations.find((one) => one.ordinal === ordinal)
  if (!found) return []
  return [...(found.within && found.within < ordinal ? withOuter(quotations, found.within) : []), found]
}
