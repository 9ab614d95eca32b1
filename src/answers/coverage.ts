// Answers `coverage`: lists the stories on a topic, newest first.
import { newestFirst } from '../archive/by-date.ts'
import type { Answer, Ask } from './answer.ts'
import { answerByDays } from './dated-answer.ts'
import { type Desk, todayOf } from './desk.ts'
import { answerFrom, selectRelevant } from './evidence/select-answer.ts'
import type { DayReading } from './query/dates.ts'
import { prepareQuery } from './query/prepared-query.ts'
import { questionOf } from './query/question.ts'
import { withUnknownWords } from './query/unknown-words.ts'
import type { RankedHit } from './ranking/rank-hits.ts'
import { PASSAGES } from './ranking/ranking-model.ts'

/** The maximum number of passages ranked; enough to reach every story on a topic. */
const MAX_COVERAGE_PASSAGES = 500

/**
 * A story is on the topic when its best passage, with its window and headline, covers at least this share of what the best of all does.
 */
const MIN_TOPIC_SHARE = 0.6

/**
 * Returns the stories on a topic, newest first, each with its best passage. Throws a UserError where a filter's date
 * cannot be read.
 */
export const coverage = async (ask: Ask, desk: Desk): Promise<Answer> =>
  withUnknownWords(await answerByDays(ask, desk, (days) => storiesOn(ask, desk, days)), desk)

async function storiesOn(ask: Ask, desk: Desk, days: DayReading): Promise<Answer> {
  const prepared = prepareQuery(questionOf(ask, { today: todayOf(desk), days }), ask, desk)
  const { queryTerms, scope } = prepared
  const found = await desk.index.passages({
    words: queryTerms.words,
    speakers: [],
    articles: scope.open,
    limit: MAX_COVERAGE_PASSAGES,
  })
  const { relevant, ...others } = selectRelevant(found, prepared, PASSAGES)
  const dated = ({ piece }: RankedHit) => scope.stories.get(piece.articleId) ?? { publishedAt: null }
  const inOrder = onTopic(relevant).toSorted((a, b) => newestFirst(dated(a), dated(b)))
  return answerFrom({ ...others, relevant: inOrder }, prepared)
}

/** Returns the best passage of each story that is on the topic. */
function onTopic(ranked: RankedHit[]): RankedHit[] {
  const best = [...new Map(ranked.toReversed().map((one) => [one.piece.articleId, one])).values()]
  const covered = ({ measured }: RankedHit) => measured?.soft.all ?? 1
  const most = Math.max(0, ...best.map(covered))
  return best.filter((one) => covered(one) >= MIN_TOPIC_SHARE * most)
}
