import type { Article, Passage, Quotation, Span } from '../../archive/article.ts'
import type { Cite } from '../../archive/citation.ts'
import { standing } from '../../archive/quotability.ts'
import { printOf } from '../../search/index/documents.ts'
import type { Evidence } from '../answer.ts'
import type { Desk } from '../desk.ts'
import type { Ranked } from '../ranking/rank.ts'

/** Reads each article once for an answer. */
export function openReader({ archive }: Desk): (id: string) => Promise<Article | null> {
  const read = new Map<string, Promise<Article | null>>()
  return (id) => {
    const article = read.get(id) ?? archive.article(id)
    read.set(id, article)
    return article
  }
}

/** A piece that was found, how good it is, and where in it what was asked for stands. */
export type Found = Pick<Ranked, 'piece' | 'rank' | 'marks'>

export type Reader = ReturnType<typeof openReader>

/**
 * Evidence from a ranked piece, its text read again from the archive. Null, with a line in the log, where the
 * article is no longer what was indexed: what cannot be checked is held, never patched. Null as well where the
 * story may not be quoted now.
 */
export async function evidenceOf(found: Found, read: Reader, desk: Desk): Promise<Evidence | null> {
  const { piece } = found
  const article = await read(piece.articleId)
  if (article && standing(article, desk.now()) !== 'quotable') return null
  const evidence = article && reread(found, article, desk.cite)
  if (!evidence)
    desk.log.warn({ articleId: piece.articleId, ordinal: piece.ordinal }, 'evidence withheld: not as indexed')
  return evidence
}

function reread({ piece, rank, marks }: Found, article: Article, cite: Cite): Evidence | null {
  const { text: whole, passages, quotations } = article.version
  const passage = passages.find(({ ordinal }) => ordinal === piece.passage.ordinal)
  const text = whole.slice(piece.start, piece.end)
  if (article.version.number !== piece.version || text !== piece.text) return null
  if (printOf(text) !== piece.print) return null
  if (!passage || !isWithin(piece, passage)) return null
  const quotation = quotations.find(({ ordinal }) => piece.quotation && ordinal === piece.ordinal) ?? null
  if (piece.quotation && (!quotation || !sameSpan(piece, quotation))) return null
  const highlights = marks.map(({ start, end }): [number, number] => [start, end])
  return evidenceAt(article, { span: piece, passage, quotation, score: rank, highlights }, cite)
}

/** Where words stand in an article: a quotation's, or those of a passage. */
export type Site = { span: Span; passage: Passage; quotation: Quotation | null }

/** A site with how well it bears on the question, and which of its words do. */
type FoundSite = Site & Pick<Evidence, 'score' | 'highlights'>

/** The evidence that words of an article are, as the article has them. */
export function evidenceAt(
  article: Article,
  { span, passage, quotation, ...found }: FoundSite,
  cite: Cite,
): Evidence {
  const { text: whole, quotations } = article.version
  const text = whole.slice(span.start, span.end)
  const outer = quotations.find(({ ordinal }) => ordinal === quotation?.within)
  return {
    text,
    start: span.start,
    end: span.end,
    kind: quotation?.kind ?? 'passage',
    speaker: quotation?.speaker ?? null,
    speakerMention: quotation?.speakerMention ?? null,
    addressee: quotation?.addressee ?? null,
    reportedBy: outer?.speaker ?? null,
    ...found,
    passage: {
      ordinal: passage.ordinal,
      start: passage.start,
      end: passage.end,
      text: whole.slice(passage.start, passage.end),
    },
    citation: cite(article, passage, text),
    alsoIn: [],
  }
}

export const sameSpan = (a: Span, b: Span) => a.start === b.start && a.end === b.end
export const isWithin = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end
