// Answers `speaker`: lists everything that a person is quoted as saying.
import type { Answer, Ask, Question } from './answer.ts'
import { answerByDays } from './dated-answer.ts'
import { type Desk, todayOf } from './desk.ts'
import { answerFrom, selectRelevant } from './evidence/select-answer.ts'
import type { DayReading } from './query/dates.ts'
import { prepareQuery } from './query/prepared-query.ts'
import { questionOf } from './query/question.ts'
import { quotationsBy } from './query/speaker-query.ts'
import { withUnknownWords } from './query/unknown-words.ts'
import type { RankedHit } from './ranking/rank-hits.ts'
import { QUOTATIONS } from './ranking/ranking-model.ts'

/** The maximum number of quotations near the name, used where nobody of that name is quoted. */
const MAX_NEAR_QUOTATIONS = 20

/** Returns all quotations of a person, newest story first, each story's in the order of its text. */
export async function speaker(ask: Ask, desk: Desk): Promise<Answer> {
  const named = { ...ask, text: ask.speaker ?? ask.text, speaker: undefined }
  return withUnknownWords(await answerByDays(named, desk, (days) => quotationsOf(named, desk, days)), desk)
}

async function quotationsOf(ask: Ask, desk: Desk, days: DayReading): Promise<Answer> {
  const asked = questionOf(ask, { today: todayOf(desk), days })
  const prepared = prepareQuery({ ...asked, topic: '', text: '', speaker: asked.topic }, ask, desk)
  const { scope, candidates } = prepared
  const query = { words: [], articles: scope.open, limit: candidates }
  const said = selectRelevant(await quotationsBy(asked.topic, query, desk.index), prepared, QUOTATIONS)
  const nearest = said.nearest.length ? said.nearest : await quotationsNear(asked, ask, desk)
  return answerFrom({ ...said, nearest }, prepared)
}

/** Returns quotations of other speakers near which the name stands. */
async function quotationsNear(asked: Question, ask: Ask, desk: Desk): Promise<RankedHit[]> {
  const prepared = prepareQuery(asked, ask, desk)
  const { queryTerms, scope } = prepared
  const found = await desk.index.quotations({
    words: queryTerms.words,
    speakers: [],
    articles: scope.open,
    limit: MAX_NEAR_QUOTATIONS,
  })
  return selectRelevant(found, prepared, QUOTATIONS).nearest
}
