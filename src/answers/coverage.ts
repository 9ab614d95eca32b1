// Answers `coverage`: lists the stories on a topic, newest first.
import { newestFirst } from '../archive/by-date.ts'
import type { Answer, Ask, Question } from './answer.ts'
import { answerByDays } from './dated-answer.ts'
import { type Desk, todayOf } from './desk.ts'
import { answerFrom, selectRelevant } from './evidence/select-answer.ts'
import { narrowFindings } from './narrow-findings.ts'
import { withByline } from './query/byline.ts'
import type { DayReading } from './query/dates.ts'
import { prepareQuery } from './query/prepared-query.ts'
import { questionOf } from './query/question.ts'
import { withUnknownWords } from './query/unknown-words.ts'
import type { RankedHit } from './ranking/rank-hits.ts'
import { PASSAGES } from './ranking/ranking-model.ts'
import { type Weighed, weighAlternatives } from './weigh-alternatives.ts'

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
  const question = withByline(questionOf(ask, { today: todayOf(desk), days }), desk.index)
  const { prepared, found } = await weighAlternatives(question, (one) => weighedStories(one, ask, desk))
  const { order } = question
  const { scope } = prepared
  const dated = ({ piece }: RankedHit) => scope.stories.get(piece.articleId) ?? { publishedAt: null }
  const newest = onTopic(found.tier === 'nothing' ? [] : found.nearest).toSorted((a, b) =>
    newestFirst(dated(a), dated(b)),
  )
  return answerFrom({ ...found, relevant: order === 'oldest' ? newest.toReversed() : newest }, prepared)
}

async function weighedStories(question: Question, ask: Ask, desk: Desk): Promise<Weighed> {
  const prepared = prepareQuery(question, ask, desk)
  const { queryTerms, scope } = prepared
  const query = { words: queryTerms.words, speakers: [], articles: scope.open, limit: MAX_COVERAGE_PASSAGES }
  const findings = narrowFindings(await desk.index.passages(query), question, { desk, reach: 'story' })
  return { prepared, found: selectRelevant(findings, prepared, PASSAGES) }
}

/** Returns the passage of each story on the topic that has most of it itself; a headline may have the rest. */
function onTopic(ranked: RankedHit[]): RankedHit[] {
  const own = ({ measured }: RankedHit) => measured?.soft.own ?? 0
  const best = [...Map.groupBy(ranked, ({ piece }) => piece.articleId).values()].flatMap((passages) =>
    passages.reduce((most, one) => (own(one) > own(most) ? one : most)),
  )
  const covered = ({ measured }: RankedHit) => measured?.soft.all ?? 1
  const most = Math.max(0, ...best.map(covered))
  return best.filter((one) => covered(one) >= MIN_TOPIC_SHARE * most)
}
