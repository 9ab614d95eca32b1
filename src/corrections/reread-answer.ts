import type { Evidence } from '../answers/answer.ts'
import type { Desk } from '../answers/desk.ts'
import {
  evidenceAt,
  isWithin,
  openReader,
  type Reader,
  type Site,
  sameSpan,
} from '../answers/evidence/read-evidence.ts'
import type { Article, Citation, Span } from '../archive/article.ts'
import { standing } from '../archive/quotability.ts'
import type { Given, Place } from './saved-answers.ts'

/** A given answer read again: the evidence that still stands, and how many pieces no longer do. */
export type Recalled = {
  command: string
  evidence: Evidence[]
  withheld: number
  /** The evidence in its old places, null where it is withheld: so a place means the same piece for ever. */
  pieces: (Evidence | null)[]
}

/**
 * Reads a given answer again, each piece as its article stands now. A piece is withheld, and counted, where the
 * story may not be quoted at this moment, or its newest version no longer has the words, or no longer as a
 * quotation of that kind. Who reads the articles as well lends the reader, so that each is read once.
 */
export async function recall(
  { command, places }: Given,
  desk: Desk,
  read: Reader = openReader(desk),
): Promise<Recalled> {
  const pieces = await Promise.all(places.map((place) => pieceAt(place, read, desk)))
  const evidence = pieces.filter((piece) => piece !== null)
  return { command, evidence, withheld: places.length - evidence.length, pieces }
}

async function pieceAt(place: Place, read: Reader, desk: Desk): Promise<Evidence | null> {
  const article = await quotable(place.articleId, read, desk)
  const words = article && (await wordsOf(place, article, desk))
  const site = words && siteOf(words, place, article)
  if (!site) return null
  const { score, highlights } = place
  const piece = evidenceAt(article, { ...site, score, highlights }, desk.cite)
  return { ...piece, alsoIn: await alsoIn(piece, place, { read, desk }) }
}

async function quotable(id: string, read: Reader, desk: Desk): Promise<Article | null> {
  const article = await read(id)
  return article && standing(article, desk.now()) === 'quotable' ? article : null
}

/** The words that were given, from the version they were given from. */
async function wordsOf(place: Place, { id, version }: Article, { archive }: Desk): Promise<string | null> {
  const given =
    place.version === version.number ? version : (await archive.article(id, place.version))?.version
  return given?.text.slice(place.start, place.end) || null
}

/** Where the same words stand in an article now, as near as can be to where they stood. */
function siteOf(words: string, place: Place, { version }: Article): Site | null {
  const sites = occurrences(words, version.text).flatMap((span) => {
    const passage = version.passages.find((passage) => isWithin(span, passage))
    const quotation = version.quotations.find((one) => one.kind === place.kind && sameSpan(one, span)) ?? null
    return passage && (quotation || place.kind === 'passage') ? [{ span, passage, quotation }] : []
  })
  const distance = ({ span }: Site) => Math.abs(span.start - place.start)
  return sites.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

function occurrences(words: string, text: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length })
  return found
}

/** Where else the words stand, as far as those stories are quotable and the same as then. */
async function alsoIn(
  piece: Evidence,
  place: Place,
  { read, desk }: { read: Reader; desk: Desk },
): Promise<Citation[]> {
  const citations = place.alsoIn.map(async ({ articleId, version, ordinal }) => {
    const article = await quotable(articleId, read, desk)
    const passage = article?.version.passages.find((one) => one.ordinal === ordinal)
    const same = article?.version.number === version && passage
    return same ? desk.cite(article, passage, piece.text) : null
  })
  return (await Promise.all(citations)).filter((citation) => citation !== null)
}
