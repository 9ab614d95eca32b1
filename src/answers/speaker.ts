import type { Answer, Ask } from './answer.ts'
import { type Desk, momentOf } from './desk.ts'
import { answerFrom, weighed } from './evidence/select-answer.ts'
import { inquire } from './query/prepared-query.ts'
import { questionOf } from './query/question.ts'
import { quotationsBy } from './query/speaker-query.ts'
import type { Ranked } from './ranking/rank.ts'
import { QUOTATIONS } from './ranking/ranking-model.ts'

/** How many quotations near the name are looked at where nobody of the name is quoted. */
const NEAR = 20

/** Everything that a person is quoted as saying, newest story first and in the order of each text. */
export async function speaker(ask: Ask, desk: Desk): Promise<Answer> {
  const name = ask.speaker ?? ask.text
  const question = { ...questionOf({ ...ask, text: '' }, momentOf(desk)), text: ask.text, speaker: name }
  const inquiry = inquire(question, ask, desk)
  const { scope, limit } = inquiry
  const query = { words: [], articles: scope.open, limit: limit + NEAR }
  const said = weighed(await quotationsBy(name, query, desk.index), inquiry, QUOTATIONS)
  return answerFrom({ ...said, near: said.near.length ? said.near : await near(name, ask, desk) }, inquiry)
}

/** Quotations of others that the name stands near. */
async function near(name: string, ask: Ask, desk: Desk): Promise<Ranked[]> {
  const inquiry = inquire(questionOf({ ...ask, text: name }, momentOf(desk)), ask, desk)
  const { asked, scope } = inquiry
  const found = await desk.index.quotations({
    words: asked.words,
    speakers: [],
    articles: scope.open,
    limit: NEAR,
  })
  return weighed(found, inquiry, QUOTATIONS).near
}
