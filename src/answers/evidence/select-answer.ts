// Selects what answers a question from the index's hits, or decides that nothing does.
import type { Findings } from '../../search/search-index.ts'
import type { Answer } from '../answer.ts'
import type { PreparedQuery } from '../query/prepared-query.ts'
import { answerabilityFeatures, answerabilityLogOdds } from '../ranking/answerability.ts'
import { type RankedHit, type RankingWeights, rank } from '../ranking/rank-hits.ts'
import { collectEvidence, type ReadContext } from './collect-evidence.ts'
import { openArticleReader } from './read-evidence.ts'

/** The maximum number of near misses shown where nothing is found. */
const MAX_NEAREST = 3

/** Relevant pieces have at least this share of the highest context coverage, and of the highest coverage. */
const MIN_CONTEXT_COVERAGE_SHARE = 0.3
const MIN_COVERAGE_SHARE = 0.2

/**
 * Ranked pieces: all of quotable stories (`nearest`), those of them that answer the question (`relevant`), and the
 * retracted ones that would.
 */
export type Selection = { nearest: RankedHit[]; relevant: RankedHit[]; retracted: RankedHit[] }

/**
 * Ranks what was found and selects what answers the question. For a question without words, everything that the
 * filters admit does, except pieces outside the days that are named.
 */
export function selectRelevant(
  findings: Findings,
  { question, queryTerms, scope }: PreparedQuery,
  weights: RankingWeights,
): Selection {
  const ranked = rank(findings, queryTerms, weights)
  const nearest = ranked.filter(({ piece }) => scope.quotable.has(piece.articleId))
  const retracted = ranked.filter(({ piece }) => !scope.quotable.has(piece.articleId))
  const isOfDays = ({ piece }: RankedHit) => question.days.length === 0 || scope.onDays.has(piece.articleId)
  const isAnswered = (pieces: RankedHit[]) =>
    answerabilityLogOdds(answerabilityFeatures(pieces, queryTerms, findings.weights)) > 0
  const relevantOf = (pieces: RankedHit[]) => {
    if (queryTerms.words.length === 0) return pieces.filter(isOfDays)
    return isAnswered(pieces) ? aboveMinShares(pieces) : []
  }
  return { nearest, relevant: relevantOf(nearest), retracted: relevantOf(retracted) }
}

function aboveMinShares(pieces: RankedHit[]): RankedHit[] {
  const most = (feature: 'contextCoverage' | 'coverage') =>
    Math.max(0, ...pieces.map(({ features }) => features[feature]))
  const [minContextCoverage, minCoverage] = [
    MIN_CONTEXT_COVERAGE_SHARE * most('contextCoverage'),
    MIN_COVERAGE_SHARE * most('coverage'),
  ]
  return pieces.filter(
    ({ features }) => features.contextCoverage >= minContextCoverage && features.coverage >= minCoverage,
  )
}

/** Returns the answer: the relevant pieces reread as evidence, or none and the nearest misses. */
export async function answerFrom(
  { nearest, relevant, retracted }: Selection,
  prepared: PreparedQuery,
): Promise<Answer> {
  const { question, scope, limit, desk } = prepared
  const readContext: ReadContext = { read: openArticleReader(desk), desk }
  const { evidence, retracted: met } = await collectEvidence(relevant, limit, readContext)
  const named = [...met, ...(await collectEvidence(retracted, limit, readContext)).retracted]
  const common = { question, searched: scope.searched, retracted: named }
  if (evidence.length) return { kind: 'found', ...common, evidence, nearest: [] }
  const { evidence: nearMisses } = await collectEvidence(nearest, MAX_NEAREST, readContext)
  return { kind: 'nothing', ...common, evidence: [], nearest: nearMisses }
}
