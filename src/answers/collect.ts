import type { Citation } from '../archive/article.ts'
import { cite } from '../archive/citation.ts'
import { standing } from '../archive/standing.ts'
import type { Evidence } from './answer.ts'
import type { Desk } from './desk.ts'
import { evidenceOf, type Found, type Reader } from './evidence.ts'
import { isSamePlace, isSameWords, type Saying, sayingOf } from './same-words.ts'

/** Reads pieces again, in their order, until there are enough; the same words twice are one piece of evidence. */
export async function collect(found: Found[], limit: number, { read, desk }: Reading): Promise<Evidence[]> {
  const sayings: Saying[] = []
  for (const one of found) {
    if (sayings.length >= limit) break
    const evidence = await evidenceOf(one, read, desk)
    if (evidence) add(sayings, sayingOf(evidence))
  }
  return sayings.map(({ evidence }) => evidence)
}

/** How an answer reads the archive. */
export type Reading = { read: Reader; desk: Desk }

function add(sayings: Saying[], saying: Saying) {
  if (sayings.some((one) => isSamePlace(one, saying))) return
  const same = sayings.find((one) => isSameWords(one, saying))?.evidence
  const { citation } = saying.evidence
  if (!same) sayings.push(saying)
  else if (![same.citation, ...same.alsoIn].some((one) => isSameParagraph(one, citation)))
    same.alsoIn.push(citation)
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
