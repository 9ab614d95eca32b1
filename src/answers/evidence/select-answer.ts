/** Selects an answer from what was found: which of it bears on the question, and how far. */
import type { Findings } from '../../search/search-index.ts'
import type { Answer, Tier } from '../answer.ts'
import type { Inquiry } from '../query/prepared-query.ts'
import { tierOf } from '../ranking/judge-answer.ts'
import { type Ranked, rank } from '../ranking/rank.ts'
import type { RankingModel } from '../ranking/ranking-model.ts'
import { collect, type Reading } from './collect-evidence.ts'
import { openReader } from './read-evidence.ts'

/** Near misses shown with a no. */
const NEAREST = 3

/** Evidence covers at least this share of what the best of it does: in its window, in any words. */
const SHARE = 0.3

/** Pieces in their ranking, those that may be quoted apart from the retracted ones; empty where none bears. */
export type Weighed = { tier: Tier; near: Ranked[]; bearing: Ranked[]; retracted: Ranked[] }

/**
 * Weighs what was found: is it an answer, and which of it. Without words, all that the filters let through is, but
 * for what is not of the days that are named.
 */
export function weighed(findings: Findings, inquiry: Inquiry, model: RankingModel): Weighed {
  const { question, scope } = inquiry
  const { ranked, field } = rank(findings, inquiry, model)
  const near = ranked.filter(({ piece }) => scope.quotable.has(piece.articleId))
  const retracted = ranked.filter(({ piece }) => !scope.quotable.has(piece.articleId))
  if (!field) {
    const isOfDays = ({ piece }: Ranked) => question.days.length === 0 || scope.onDays.has(piece.articleId)
    const bearing = near.filter(isOfDays)
    return {
      tier: bearing.length ? 'found' : 'nothing',
      near,
      bearing,
      retracted: retracted.filter(isOfDays),
    }
  }
  const tier = tierOf(near, field, model)
  const named = tierOf(retracted, field, model) === 'found' ? above(retracted) : []
  return {
    tier,
    near: askedFirst(near, inquiry),
    bearing: tier === 'nothing' ? [] : above(near),
    retracted: named,
  }
}

/** The pieces that cover enough; those that only share the story's other words do not. */
function above(pieces: Ranked[]): Ranked[] {
  const covered = ({ measured }: Ranked) => measured?.soft.window ?? 0
  const most = Math.max(0, ...pieces.map(covered))
  return pieces.filter((one) => covered(one) >= SHARE * most)
}

/** Near misses of the days, and of the outlets, that are asked for come before all others. */
function askedFirst(near: Ranked[], { asked, scope }: Inquiry): Ranked[] {
  const asksFor = ({ piece, matches }: Ranked) =>
    scope.onDays.has(piece.articleId) || matches.some((match) => asked.outlets.has(match.asked))
  return [...near.filter(asksFor), ...near.filter((one) => !asksFor(one))]
}

/** The answer that weighed pieces come to: evidence read again, or nothing and what came nearest. */
export async function answerFrom(
  { tier, near, bearing, retracted }: Weighed,
  inquiry: Inquiry,
): Promise<Answer> {
  const { question, scope, limit, desk } = inquiry
  const reading: Reading = { read: openReader(desk), desk }
  const { evidence, retracted: met } = await collect(bearing, limit, reading)
  const named = [...met, ...(await collect(retracted, limit, reading)).retracted]
  const common = { question, searched: scope.searched, retracted: named }
  if (evidence.length && tier === 'found') return { kind: 'found', tier, ...common, evidence, nearest: [] }
  if (evidence.length && tier === 'in-that-story')
    return { kind: 'nothing', tier, ...common, evidence, nearest: [] }
  const { evidence: nearest } = await collect(near, NEAREST, reading)
  return { kind: 'nothing', tier: 'nothing', ...common, evidence: [], nearest }
}
