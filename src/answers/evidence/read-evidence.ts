// Rereads a found piece from the archive and turns it into evidence, or withholds it.
import {
  type Article,
  isSameSpan,
  isWithin,
  type Passage,
  type Quotation,
  type Span,
} from '../../archive/article.ts'
import type { Cite } from '../../archive/citation.ts'
import { quotabilityOf } from '../../archive/quotability.ts'
import { printOf } from '../../search/index/documents.ts'
import type { Evidence } from '../answer.ts'
import type { Desk } from '../desk.ts'
import type { RankedHit } from '../ranking/rank-hits.ts'
import { exchangeOf } from './exchange.ts'
import { fragmentSentence } from './fragment-sentence.ts'
import { highlightsOf } from './highlights.ts'

/** Returns a reader that reads each article once; the promise is null where there is no such article. */
export function openArticleReader({ archive }: Desk): (id: string) => Promise<Article | null> {
  const read = new Map<string, Promise<Article | null>>()
  return (id) => {
    const article = read.get(id) ?? archive.article(id)
    read.set(id, article)
    return article
  }
}

/** A found piece, its rank, and the spans of the matching words within it. */
export type FoundPiece = Pick<RankedHit, 'piece' | 'rank' | 'marks'>

export type ArticleReader = ReturnType<typeof openArticleReader>

/** Reads the articles of found pieces from the archive, each with what stands at the piece's place alone. */
export const readExcerpts = (found: FoundPiece[], { archive }: Desk): Promise<(Article | null)[]> =>
  archive.excerpts(
    found.map(({ piece }) => ({
      articleId: piece.articleId,
      passage: piece.passage.ordinal,
      quotation: piece.quotation && piece.ordinal,
    })),
  )

/**
 * Returns a ranked piece as evidence, with the words that its article has now. Returns null where the story may not be
 * quoted now, and, with a warning in the log, where the article no longer has the indexed words at that place: what
 * cannot be checked is withheld, never patched.
 */
export function evidenceOf(found: FoundPiece, article: Article | null, desk: Desk): Evidence | null {
  const { piece } = found
  if (article && quotabilityOf(article, desk.now()) !== 'quotable') return null
  const evidence = article && reread(found, article, desk.cite)
  if (!evidence)
    desk.log.warn({ articleId: piece.articleId, ordinal: piece.ordinal }, 'evidence withheld: not as indexed')
  return evidence
}

function reread({ piece, rank, marks }: FoundPiece, article: Article, cite: Cite): Evidence | null {
  const { text: whole, passages, quotations } = article.version
  const passage = passages.find(({ ordinal }) => ordinal === piece.passage.ordinal)
  const text = whole.slice(piece.start, piece.end)
  if (article.version.number !== piece.version || text !== piece.text) return null
  if (printOf(text) !== piece.print) return null
  if (!passage || !isWithin(piece, passage)) return null
  const quotation = quotations.find(({ ordinal }) => piece.quotation && ordinal === piece.ordinal) ?? null
  if (piece.quotation && (!quotation || !isSameSpan(piece, quotation))) return null
  const highlights = highlightsOf(marks, text.length)
  return evidenceAt(article, { span: piece, passage, quotation, score: rank, highlights }, cite)
}

/** Where a quotation, or words of a passage, stand in an article. */
export type EvidenceLocation = { span: Span; passage: Passage; quotation: Quotation | null }

/** A location with its score and the highlights within it. */
type ScoredLocation = EvidenceLocation & Pick<Evidence, 'score' | 'highlights'>

/** Returns the evidence at a location, with its text, speaker and citation as the article has them. */
export function evidenceAt(
  article: Article,
  { span, passage, quotation, ...found }: ScoredLocation,
  cite: Cite,
): Evidence {
  const { text: whole, quotations } = article.version
  const text = whole.slice(span.start, span.end)
  const outer = quotations.find(({ ordinal }) => ordinal === quotation?.within)
  const sentence = quotation && fragmentSentence(article, quotation, passage)
  return {
    text,
    start: span.start,
    end: span.end,
    kind: quotation?.kind ?? 'passage',
    speaker: quotation?.speaker ?? null,
    ...(quotation?.speakers?.length ? { speakers: quotation.speakers } : {}),
    speakerMention: quotation?.speakerMention ?? null,
    addressee: quotation?.addressee ?? null,
    reportedBy: outer?.speaker ?? null,
    ...found,
    ...(quotation && exchangeOf(article, quotation)),
    ...(sentence && { sentence }),
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
