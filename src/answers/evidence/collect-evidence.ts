// Turns ranked pieces into evidence, merging those that say the same words.
import type { Article, Citation } from '../../archive/article.ts'
import { quotabilityOf } from '../../archive/quotability.ts'
import type { Evidence } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { type ComparableEvidence, comparable, isSamePlace, isSameWords } from './deduplicate.ts'
import { type ArticleReader, evidenceOf, type FoundPiece, readExcerpts } from './read-evidence.ts'

/** The evidence of ranked pieces, and the retracted stories among them. */
export type CollectedEvidence = { evidence: Evidence[]; retracted: Citation[] }

/**
 * Rereads pieces from the archive in their order until there are `limit` pieces of evidence. Pieces with the same
 * words become one, with the others' citations in `alsoIn`.
 */
export async function collectEvidence(
  found: FoundPiece[],
  limit: number,
  { desk }: Pick<ReadContext, 'desk'>,
): Promise<CollectedEvidence> {
  const collected: ComparableEvidence[] = []
  const retracted = new Map<string, Citation>()
  for (let at = 0; at < found.length && collected.length < limit; at += limit) {
    const batch = found.slice(at, at + limit)
    const articles = await readExcerpts(batch, desk)
    for (const [i, one] of batch.entries()) {
      if (collected.length >= limit) break
      const article = articles[i] ?? null
      const citation = article && retraction(article, one, desk)
      const evidence = citation ? null : evidenceOf(one, article, desk)
      if (citation) retracted.set(citation.articleId, citation)
      if (evidence) add(collected, comparable(evidence))
    }
  }
  return { evidence: collected.map(({ evidence }) => evidence), retracted: [...retracted.values()] }
}

/** The archive reader of one answer, and its desk. */
export type ReadContext = { read: ArticleReader; desk: Desk }

function add(collected: ComparableEvidence[], candidate: ComparableEvidence) {
  const { citation, kind } = candidate.evidence
  const isCited = ({ evidence: { alsoIn } }: ComparableEvidence) =>
    alsoIn.some((one) => isSameParagraph(one, citation))
  if (collected.some((one) => isSamePlace(one, candidate) || (kind === 'passage' && isCited(one)))) return
  const same = collected.find((one) => isSameWords(one, candidate))?.evidence
  if (!same) collected.push(candidate)
  else if (![same.citation, ...same.alsoIn].some((one) => isSameParagraph(one, citation)))
    same.alsoIn.push(citation)
}

const isSameParagraph = (one: Citation, other: Citation) =>
  one.articleId === other.articleId && one.ordinal === other.ordinal

/** Returns the citation of a retracted story, without marked words; null for any other story. */
function retraction({ version, ...facts }: Article, { piece }: FoundPiece, desk: Desk): Citation | null {
  const passage = version.passages.find(({ ordinal }) => ordinal === piece.passage.ordinal)
  if (!passage || quotabilityOf(facts, desk.now()) !== 'retracted') return null
  return desk.cite({ version, ...facts }, passage, '')
}
