import type { Article, Citation } from '../../archive/article.ts'
import { standing } from '../../archive/quotability.ts'
import type { Evidence } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { isSamePlace, isSameWords, type Saying, sayingOf } from './deduplicate.ts'
import { evidenceOf, type Found, type Reader } from './read-evidence.ts'

/** What pieces come to: evidence, and the retracted stories that were met on the way. */
export type Collected = { evidence: Evidence[]; retracted: Citation[] }

/** Reads pieces again, in their order, until there are enough; the same words twice are one piece of evidence. */
export async function collect(found: Found[], limit: number, { read, desk }: Reading): Promise<Collected> {
  const sayings: Saying[] = []
  const retracted = new Map<string, Citation>()
  for (const one of found) {
    if (sayings.length >= limit) break
    const article = await read(one.piece.articleId)
    const citation = article && retraction(article, one, desk)
    const evidence = citation ? null : await evidenceOf(one, read, desk)
    if (citation) retracted.set(citation.articleId, citation)
    if (evidence) add(sayings, sayingOf(evidence))
  }
  return { evidence: sayings.map(({ evidence }) => evidence), retracted: [...retracted.values()] }
}

/** How an answer reads the archive. */
export type Reading = { read: Reader; desk: Desk }

function add(sayings: Saying[], saying: Saying) {
  const { citation, kind } = saying.evidence
  const isCited = ({ evidence: { alsoIn } }: Saying) => alsoIn.some((one) => isSameParagraph(one, citation))
  if (sayings.some((one) => isSamePlace(one, saying) || (kind === 'passage' && isCited(one)))) return
  const same = sayings.find((one) => isSameWords(one, saying))?.evidence
  if (!same) sayings.push(saying)
  else if (![same.citation, ...same.alsoIn].some((one) => isSameParagraph(one, citation)))
    same.alsoIn.push(citation)
}

const isSameParagraph = (one: Citation, other: Citation) =>
  one.articleId === other.articleId && one.ordinal === other.ordinal

/** The citation of a retracted story, with no link to its words; null for any other. */
function retraction({ version, ...facts }: Article, { piece }: Found, desk: Desk): Citation | null {
  const passage = version.passages.find(({ ordinal }) => ordinal === piece.passage.ordinal)
  if (!passage || standing(facts, desk.now()) !== 'retracted') return null
  return desk.cite({ version, ...facts }, passage, '')
}
