/** Selects an answer from what was found: which of it bears on the question, and how far. */

import { UserError } from '../../errors.ts'
import type { Findings } from '../../search/search-index.ts'
import type { Answer, Tier } from '../answer.ts'
import type { PreparedQuery } from '../query/prepared-query.ts'
import { isOfDays, tierOf } from '../ranking/judge-answer.ts'
import type { Field } from '../ranking/measure-candidates.ts'
import { type RankedHit, rank } from '../ranking/rank-hits.ts'
import type { RankingModel } from '../ranking/ranking-model.ts'
import { collectEvidence, type ReadContext } from './collect-evidence.ts'
import { countApart } from './deduplicate.ts'
import { openArticleReader } from './read-evidence.ts'

/** Near misses shown with a no. */
const MAX_NEAREST = 3

/** Evidence covers at least this share of what the best of it does: in its window, in any words. */
const SHARE = 0.3

/** Pieces in their ranking, those that may be quoted apart from the retracted ones; empty where none bears. */
export type Selection = { tier: Tier; nearest: RankedHit[]; relevant: RankedHit[]; retracted: RankedHit[] }

/**
 * Weighs what was found: is it an answer, and which of it. Without words, all that the filters let through is, but
 * for what is not of the days that are named.
 */
export function selectRelevant(findings: Findings, prepared: PreparedQuery, model: RankingModel): Selection {
  const { scope } = prepared
  const { ranked: byScore, field } = rank(findings, prepared, model)
  const ranked = field ? daysFirst(byScore, field) : byScore
  const near = ranked.filter(({ piece }) => scope.quotable.has(piece.articleId))
  const isOpen = ({ piece }: RankedHit) => scope.open === null || scope.open.has(piece.articleId)
  const retracted = ranked.filter((one) => isOpen(one) && !scope.quotable.has(one.piece.articleId))
  if (!field || field.matcher.weights.every((weight) => weight === 0)) {
    return { tier: near.length ? 'found' : 'nothing', nearest: near, relevant: near, retracted }
  }
  const tier = tierOf(near, field, model)
  const named = tierOf(retracted, field, model) === 'found' ? above(retracted) : []
  return {
    tier,
    nearest: askedFirst(near, prepared),
    relevant: tier === 'nothing' ? [] : above(near),
    retracted: named,
  }
}

/** What is of the days that are named comes first where it covers at least this share of what the best piece does. */
const MIN_SHARE_OF_DAYS = 0.6

/** Moves pieces of the days that are named to the front, those that bear on the question nearly as well as the best. */
function daysFirst(ranked: RankedHit[], field: Field): RankedHit[] {
  if (field.prepared.question.days.length === 0) return ranked
  const least = MIN_SHARE_OF_DAYS * (ranked[0]?.measured?.soft.all ?? 0)
  const isFirst = ({ measured }: RankedHit) =>
    measured !== null && isOfDays(measured, field) && measured.soft.all >= least
  return [...ranked.filter(isFirst), ...ranked.filter((one) => !isFirst(one))]
}

/** The pieces that cover enough; those that only share the story's other words do not. */
function above(pieces: RankedHit[]): RankedHit[] {
  const covered = ({ measured }: RankedHit) => measured?.soft.window ?? 0
  const most = Math.max(0, ...pieces.map(covered))
  return pieces.filter((one) => covered(one) >= SHARE * most)
}

/** Near misses of the days, and of the outlets, that are asked for come before all others. */
function askedFirst(near: RankedHit[], { queryTerms, scope }: PreparedQuery): RankedHit[] {
  const asksFor = ({ piece, matches }: RankedHit) =>
    scope.onDays.has(piece.articleId) || matches.some((match) => queryTerms.outlets.has(match.asked))
  return [...near.filter(asksFor), ...near.filter((one) => !asksFor(one))]
}

/** Returns the answer: the relevant pieces reread as evidence, or none and the nearest misses. */
export async function answerFrom(
  { tier, nearest, relevant, retracted }: Selection,
  prepared: PreparedQuery,
): Promise<Answer> {
  const { question, scope, limit, offset, desk } = prepared
  const readContext: ReadContext = { read: openArticleReader(desk), desk }
  const { evidence: all, retracted: met } = await collectEvidence(relevant, offset + limit, readContext)
  const total = all.length < offset + limit ? all.length : Math.max(all.length, countApart(relevant))
  if (offset > 0 && offset >= total)
    throw new UserError(`offset: there are ${total} of them, so none comes after ${offset}.`)
  const evidence = all.slice(offset)
  const named = [...met, ...(await collectEvidence(retracted, limit, readContext)).retracted]
  const common = { question, searched: scope.searched, retracted: named, total, offset }
  if (evidence.length && tier === 'found') return { kind: 'found', tier, ...common, evidence, nearest: [] }
  if (evidence.length && tier === 'in-that-story')
    return { kind: 'nothing', tier, ...common, evidence, nearest: [] }
  const none = { ...common, total: 0, offset: 0 }
  const { evidence: misses } = await collectEvidence(nearest, MAX_NEAREST, readContext)
  return { kind: 'nothing', tier: 'nothing', ...none, evidence: [], nearest: misses }
}
