import type { Findings } from '../../search/search-index.ts'
import type { Answer } from '../answer.ts'
import type { Inquiry } from '../query/prepared-query.ts'
import { cluesOf, likelihood } from '../ranking/answerability.ts'
import { type Ranked, rank, type Weights } from '../ranking/rank.ts'
import { collect, type Reading } from './collect-evidence.ts'
import { openReader } from './read-evidence.ts'

/** Near misses shown with a no. */
const NEAREST = 3

/** Evidence has at least this share of what the best of it has: in and around its words, and in them alone. */
const SHARE = 0.3
const OWN_SHARE = 0.2

/** Pieces in their ranking, those that may be quoted apart from the retracted ones; empty where none bears. */
export type Weighed = { near: Ranked[]; bearing: Ranked[]; retracted: Ranked[] }

/**
 * Weighs what was found: is it an answer, and which of it. Without words, all that the filters let through is, but
 * for what is not of the days that are named.
 */
export function weighed(findings: Findings, { question, asked, scope }: Inquiry, weights: Weights): Weighed {
  const ranked = rank(findings, asked, weights)
  const near = ranked.filter(({ piece }) => scope.quotable.has(piece.articleId))
  const retracted = ranked.filter(({ piece }) => !scope.quotable.has(piece.articleId))
  const isOfDays = ({ piece }: Ranked) => question.days.length === 0 || scope.onDays.has(piece.articleId)
  const isAnswered = (pieces: Ranked[]) => likelihood(cluesOf(pieces, asked, findings.weights)) > 0
  const bearing = (pieces: Ranked[]) => {
    if (asked.words.length === 0) return pieces.filter(isOfDays)
    return isAnswered(pieces) ? above(pieces) : []
  }
  return { near, bearing: bearing(near), retracted: bearing(retracted) }
}

function above(pieces: Ranked[]): Ranked[] {
  const most = (sign: 'bearing' | 'coverage') => Math.max(0, ...pieces.map(({ signs }) => signs[sign]))
  const [bearing, coverage] = [SHARE * most('bearing'), OWN_SHARE * most('coverage')]
  return pieces.filter(({ signs }) => signs.bearing >= bearing && signs.coverage >= coverage)
}

/** The answer that weighed pieces come to: evidence read again, or nothing and what came nearest. */
export async function answerFrom({ near, bearing, retracted }: Weighed, inquiry: Inquiry): Promise<Answer> {
  const { question, scope, limit, desk } = inquiry
  const reading: Reading = { read: openReader(desk), desk }
  const { evidence, retracted: met } = await collect(bearing, limit, reading)
  const named = [...met, ...(await collect(retracted, limit, reading)).retracted]
  const common = { question, searched: scope.searched, retracted: named }
  if (evidence.length) return { kind: 'found', ...common, evidence, nearest: [] }
  const { evidence: nearest } = await collect(near, NEAREST, reading)
  return { kind: 'nothing', ...common, evidence: [], nearest }
}
