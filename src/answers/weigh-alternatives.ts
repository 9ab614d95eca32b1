// Weighs the alternatives of a question ("ferry OR bridge") each by itself and puts what they find together.
import type { Question, Tier } from './answer.ts'
import type { Selection } from './evidence/select-answer.ts'
import { alternativesOf } from './query/operators.ts'
import type { PreparedQuery } from './query/prepared-query.ts'
import type { RankedHit } from './ranking/rank-hits.ts'

/** A question prepared for retrieval, and what of the findings bears on it. */
export type Weighed = { prepared: PreparedQuery; found: Selection }

/** Returns what a question finds, or what all its alternatives of the best tier do, best first. */
export async function weighAlternatives<W extends Weighed>(
  question: Question,
  weigh: (question: Question) => Promise<W>,
): Promise<W> {
  const topics = alternativesOf(question.topic)
  if (topics.length < 2) return weigh(question)
  const weighed: W[] = []
  for (const topic of topics) weighed.push(await weigh({ ...question, topic }))
  const first = weighed[0] as W
  return {
    ...first,
    prepared: { ...first.prepared, question: { ...first.prepared.question, topic: question.topic } },
    found: together(weighed.map(({ found }) => found)),
  }
}

const TIERS: readonly Tier[] = ['found', 'in-that-story', 'nothing']

function together(all: Selection[]): Selection {
  const tier = TIERS.find((one) => all.some((found) => found.tier === one)) ?? 'nothing'
  const best = all.filter((found) => found.tier === tier)
  return {
    tier,
    relevant: byRank(best.flatMap(({ relevant }) => relevant)),
    nearest: byRank(all.flatMap(({ nearest }) => nearest)),
    retracted: byRank(all.flatMap(({ retracted }) => retracted)),
  }
}

/** Returns hits best first, each once: as it stands with the alternative that it has most of. */
function byRank(hits: RankedHit[]): RankedHit[] {
  const ranked = hits.toSorted((a, b) => b.rank - a.rank)
  return [...new Map(ranked.toReversed().map((hit) => [hit.piece, hit])).values()].toReversed()
}
