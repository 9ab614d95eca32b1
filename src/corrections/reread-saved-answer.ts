// Reads a saved answer again, and withholds what may no longer be quoted.
import type { Evidence } from '../answers/answer.ts'
import type { Desk } from '../answers/desk.ts'
import {
  type ArticleReader,
  type EvidenceLocation,
  evidenceAt,
  openArticleReader,
} from '../answers/evidence/read-evidence.ts'
import { type Article, type Citation, isSameSpan, isWithin, type Span } from '../archive/article.ts'
import { quotabilityOf } from '../archive/quotability.ts'
import type { EvidencePlace, SavedAnswer } from './saved-answers.ts'

/** A saved answer read again: the evidence that may be quoted, and the number of pieces that may not. */
export type RereadAnswer = {
  command: string
  evidence: Evidence[]
  withheld: number
  /** The evidence at its original index, null where it is withheld: so an index always means the same piece. */
  pieces: (Evidence | null)[]
}

/**
 * Reads a saved answer again, each piece as its article stands now. A piece is withheld, and counted, where the story
 * may not be quoted now, or its newest version no longer has the words, or no longer as a quotation of that kind. A
 * caller that reads the same articles passes its reader, so that each is read once.
 */
export async function rereadAnswer(
  { command, places }: SavedAnswer,
  desk: Desk,
  read: ArticleReader = openArticleReader(desk),
): Promise<RereadAnswer> {
  const pieces = await Promise.all(places.map((place) => pieceAt(place, read, desk)))
  const evidence = pieces.filter((piece) => piece !== null)
  return { command, evidence, withheld: places.length - evidence.length, pieces }
}

async function pieceAt(place: EvidencePlace, read: ArticleReader, desk: Desk): Promise<Evidence | null> {
  const article = await quotable(place.articleId, read, desk)
  const words = article && (await wordsOf(place, article, desk))
  const site = words && siteOf(words, place, article)
  if (!site) return null
  const { score } = place
  const piece = evidenceAt(article, { ...site, score, highlights: [] }, desk.cite)
  return { ...piece, alsoIn: await alsoIn(piece, place, { read, desk }) }
}

async function quotable(id: string, read: ArticleReader, desk: Desk): Promise<Article | null> {
  const article = await read(id)
  return article && quotabilityOf(article, desk.now()) === 'quotable' ? article : null
}

/** Returns the words of a place from the version that it refers to; null where that is not there. */
async function wordsOf(
  place: EvidencePlace,
  { id, version }: Article,
  { archive }: Desk,
): Promise<string | null> {
  const given =
    place.version === version.number ? version : (await archive.article(id, place.version))?.version
  return given?.text.slice(place.start, place.end) || null
}

/** Returns where the same words stand in an article now, nearest to where they stood; null where they do not. */
function siteOf(words: string, place: EvidencePlace, { version }: Article): EvidenceLocation | null {
  const sites = occurrences(words, version.text).flatMap((span) => {
    const passage = version.passages.find((passage) => isWithin(span, passage))
    const quotation =
      version.quotations.find((one) => one.kind === place.kind && isSameSpan(one, span)) ?? null
    return passage && (quotation || place.kind === 'passage') ? [{ span, passage, quotation }] : []
  })
  const distance = ({ span }: EvidenceLocation) => Math.abs(span.start - place.start)
  return sites.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

function occurrences(words: string, text: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length })
  return found
}

/** Returns the citations of the other places, where those stories are quotable and unchanged. */
async function alsoIn(
  piece: Evidence,
  place: EvidencePlace,
  { read, desk }: { read: ArticleReader; desk: Desk },
): Promise<Citation[]> {
  const citations = place.alsoIn.map(async ({ articleId, version, ordinal }) => {
    const article = await quotable(articleId, read, desk)
    const passage = article?.version.passages.find((one) => one.ordinal === ordinal)
    const same = article?.version.number === version && passage
    return same ? desk.cite(article, passage, piece.text) : null
  })
  return (await Promise.all(citations)).filter((citation) => citation !== null)
}
