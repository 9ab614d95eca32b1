// Takes out of an article what one piece of evidence needs.
import { type Article, isWithin, type Passage, type Quotation } from './article.ts'

/** Where a passage stands, or a quotation in it: the ordinals in an article's newest version. */
export type Place = { articleId: string; passage: number; quotation: number | null }

/**
 * Returns the excerpt of an article at a place: the article with its text, the passage there, and of its quotations the
 * one there, those around it and the other half of its exchange, with the passages that they stand in. What the article
 * does not have is left out.
 */
export function excerptOf(article: Article, { passage, quotation }: Omit<Place, 'articleId'>): Article {
  const { passages, quotations, ...version } = article.version
  const find = (ordinal: number) => quotations.find((one) => one.ordinal === ordinal)
  const related = quotation === null ? [] : relatedQuotations(quotation, find)
  const isAround = (one: Passage) => related.some((quotation) => isWithin(quotation, one))
  return {
    ...article,
    version: {
      ...version,
      passages: passages.filter((one) => one.ordinal === passage || isAround(one)),
      quotations: related,
    },
  }
}

/**
 * Returns a quotation with those around it and the other half of its exchange, in their order. `find` returns the
 * quotation of an ordinal.
 */
export function relatedQuotations(
  ordinal: number,
  find: (ordinal: number) => Quotation | undefined,
): Quotation[] {
  const found = find(ordinal)
  if (!found) return []
  const related = [found, ...outerOf(found, find)]
  for (const half of [found.asks, found.answers]) related.push(...(half ? [find(half) ?? []].flat() : []))
  return related.toSorted((a, b) => a.ordinal - b.ordinal)
}

/** Returns the quotations around one; an outer quotation has the smaller ordinal. */
function outerOf(
  { within, ordinal }: Quotation,
  find: (ordinal: number) => Quotation | undefined,
): Quotation[] {
  const outer = within && within < ordinal ? find(within) : undefined
  return outer ? [outer, ...outerOf(outer, find)] : []
}
