/** Answers a question with the passages that bear on it. */
import type { Findings } from '../search/search-index.ts'
import type { Answer, Ask } from './answer.ts'
import { answerByDays } from './dated-answer.ts'
import { type Desk, todayOf } from './desk.ts'
import { answerFrom, selectRelevant } from './evidence/select-answer.ts'
import type { DayReading } from './query/dates.ts'
import { type PreparedQuery, prepareQuery } from './query/prepared-query.ts'
import { questionOf } from './query/question.ts'
import { withUnknownWords } from './query/unknown-words.ts'
import type { RankedHit } from './ranking/rank-hits.ts'
import { PASSAGES } from './ranking/ranking-model.ts'

/** The passages that bear on a question; throws a UserError where a filter's date is none. */
export const context = async (ask: Ask, desk: Desk): Promise<Answer> =>
  withUnknownWords(await answerByDays(ask, desk, (days) => readPassages(ask, desk, days)), desk)

async function readPassages(ask: Ask, desk: Desk, days: DayReading): Promise<Answer> {
  const { prepared, findings } = await passagesFor(ask, desk, days)
  const { relevant, ...others } = selectRelevant(findings, prepared, PASSAGES)
  return answerFrom({ ...others, relevant: spread(relevant) }, prepared)
}

/** The passages that a question is to be answered from, unranked. */
export async function passagesFor(
  ask: Ask,
  desk: Desk,
  days?: DayReading,
): Promise<{ prepared: PreparedQuery; findings: Findings }> {
  const prepared = prepareQuery(questionOf(ask, { today: todayOf(desk), days }), ask, desk)
  const { queryTerms, scope, candidates } = prepared
  const query = { words: queryTerms.words, speakers: [], articles: scope.open, limit: candidates }
  return { prepared, findings: await desk.index.passages(query) }
}

/** So many passages of one article come first before those of others do. */
const OF_ONE = 3

/** The passages in their order, but for those that an article has too many of: they come last. */
function spread(ranked: RankedHit[]): RankedHit[] {
  const taken = new Map<string, number>()
  const isOneTooMany = ({ piece: { articleId } }: RankedHit) => {
    const count = (taken.get(articleId) ?? 0) + 1
    taken.set(articleId, count)
    return count > OF_ONE
  }
  const { first = [], last = [] } = Object.groupBy(ranked, (one) => (isOneTooMany(one) ? 'last' : 'first'))
  return [...first, ...last]
}
