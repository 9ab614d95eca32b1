// Answers `speaker`: lists everything that a person is quoted as saying.
import type { Answer, Ask } from './answer.ts'
import { type Desk, momentOf } from './desk.ts'
import { answerFrom, selectRelevant } from './evidence/select-answer.ts'
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
  const name = ask.speaker ?? ask.text
  const question = { ...questionOf({ ...ask, text: '' }, momentOf(desk)), text: ask.text, speaker: name }
  const prepared = prepareQuery(question, ask, desk)
  const { scope, limit } = prepared
  const query = { words: [], articles: scope.open, limit: limit + MAX_NEAR_QUOTATIONS }
  const said = selectRelevant(await quotationsBy(name, query, desk.index), prepared, QUOTATIONS)
  const nearest = said.nearest.length ? said.nearest : await quotationsNear(name, ask, desk)
  return withUnknownWords(await answerFrom({ ...said, nearest }, prepared), desk)
}

/** Returns quotations of other speakers near which the name stands. */
async function quotationsNear(name: string, ask: Ask, desk: Desk): Promise<RankedHit[]> {
  const prepared = prepareQuery(questionOf({ ...ask, text: name }, momentOf(desk)), ask, desk)
  const { queryTerms, scope } = prepared
  const found = await desk.index.quotations({
    words: queryTerms.words,
    speakers: [],
    articles: scope.open,
    limit: MAX_NEAR_QUOTATIONS,
  })
  return selectRelevant(found, prepared, QUOTATIONS).nearest
}
