// Answers `coverage`: lists the stories on a topic, newest first.
import { newestFirst } from '../archive/by-date.ts'
import type { Answer, Ask } from './answer.ts'
import { type Desk, momentOf } from './desk.ts'
import { answerFrom, selectRelevant } from './evidence/select-answer.ts'
import type { Scope } from './query/eligible-stories.ts'
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
export async function coverage(ask: Ask, desk: Desk): Promise<Answer> {
  const prepared = prepareQuery(questionOf(ask, momentOf(desk)), ask, desk)
  const { queryTerms, scope } = prepared
  const found = await desk.index.passages({
    words: queryTerms.words,
    speakers: [],
    articles: scope.open,
    limit: MAX_COVERAGE_PASSAGES,
  })
  const { relevant, ...others } = selectRelevant(found, prepared, PASSAGES)
  const dated = ({ piece }: RankedHit) => scope.stories.get(piece.articleId) ?? { publishedAt: null }
  const inOrder = onDays(onTopic(relevant), scope).toSorted((a, b) => newestFirst(dated(a), dated(b)))
  return withUnknownWords(await answerFrom({ ...others, relevant: inOrder }, prepared), desk)
}

/** Keeps the passages of the days that the question names; all where it names none, or none is of them. */
function onDays(ranked: RankedHit[], scope: Scope): RankedHit[] {
  const some = ranked.filter(({ piece }) => scope.onDays.has(piece.articleId))
  return some.length ? some : ranked
}

/** Returns the best passage of each story that is on the topic. */
function onTopic(ranked: RankedHit[]): RankedHit[] {
  const best = [...new Map(ranked.toReversed().map((one) => [one.piece.articleId, one])).values()]
  const covered = ({ measured }: RankedHit) => measured?.soft.all ?? 1
  const most = Math.max(0, ...best.map(covered))
  return best.filter((one) => covered(one) >= MIN_TOPIC_SHARE * most)
}
