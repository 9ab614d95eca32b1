import type { Citation } from '../archive/article.ts'
import { cite } from '../archive/citation.ts'
import { standing } from '../archive/standing.ts'
import type { Evidence } from './answer.ts'
import type { Desk } from './desk.ts'
import { evidenceOf, type Found, type Reader } from './evidence.ts'
import { isSamePlace, isSameWords } from './same-words.ts'

/** Reads pieces again, in their order, until there are enough; the same words twice are one piece of evidence. */
export async function collect(found: Found[], limit: number, { read, desk }: Reading): Promise<Evidence[]> {
  const evidence: Evidence[] = []
  for (const one of found) {
    if (evidence.length >= limit) break
    const piece = await evidenceOf(one, read, desk)
    if (piece) add(evidence, piece)
  }
  return evidence
}

/** How an answer reads the archive. */
export type Reading = { read: Reader; desk: Desk }

function add(evidence: Evidence[], piece: Evidence) {
  if (evidence.some((one) => isSamePlace(one, piece))) return
  const same = evidence.find((one) => isSameWords(one, piece))
  if (!same) evidence.push(piece)
  else if (![same.citation, ...same.alsoIn].some((one) => isSameParagraph(one, piece.citation)))
    same.alsoIn.push(piece.citation)
}

const isSameParagraph = (one: Citation, other: Citation) =>
  one.articleId === other.articleId && one.ordinal === other.ordinal

/** The retracted stories that pieces are from: each named once, with no link to its words. */
export async function retractions(found: Found[], { read, desk }: Reading): Promise<Citation[]> {
  const named = new Map<string, Citation>()
  for (const { piece } of found) {
    const article = named.has(piece.articleId) ? null : await read(piece.articleId)
    const passage = article?.version.passages.find(({ ordinal }) => ordinal === piece.passage.ordinal)
    const retracted = article && standing(article, desk.now()) === 'retracted'
    if (retracted && passage) named.set(article.id, cite(article, passage, ''))
  }
  return [...named.values()]
}
