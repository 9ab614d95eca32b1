/** Answers a question with the passages that bear on it. */
import type { Findings } from '../search/search-index.ts'
import type { Answer, Ask, Question } from './answer.ts'
import { answersFirst } from './answers-first.ts'
import { answerByDays } from './dated-answer.ts'
import { type Desk, todayOf } from './desk.ts'
import { answerFrom, selectRelevant } from './evidence/select-answer.ts'
import { findInField } from './find-in-field.ts'
import { narrowFindings } from './narrow-findings.ts'
import type { DayReading } from './query/dates.ts'
import { type PreparedQuery, prepareQuery } from './query/prepared-query.ts'
import { questionOf } from './query/question.ts'
import { withUnknownWords } from './query/unknown-words.ts'
import type { RankedHit } from './ranking/rank-hits.ts'
import { PASSAGES } from './ranking/ranking-model.ts'
import { shapeSelection } from './shape-selection.ts'
import { weighAlternatives } from './weigh-alternatives.ts'

/** The passages that bear on a question; throws a UserError where a filter's date is none. */
export const context = async (ask: Ask, desk: Desk): Promise<Answer> =>
  withUnknownWords(await answerByDays(ask, desk, (days) => readPassages(ask, desk, days)), desk)

async function readPassages(ask: Ask, desk: Desk, days: DayReading): Promise<Answer> {
  const question = questionOf(ask, { today: todayOf(desk), days })
  const { prepared, found } = await weighAlternatives(question, async (one) => {
    const { prepared, findings } = await passagesOn(one, ask, desk)
    return { prepared, found: selectRelevant(findings, prepared, PASSAGES) }
  })
  const { relevant, ...others } = shapeSelection(found, prepared)
  return answerFrom(
    { ...others, relevant: question.order ? relevant : answersFirst(spread(relevant), desk) },
    prepared,
  )
}

/** The passages that an ask is to be answered from, unranked. */
export const passagesFor = (ask: Ask, desk: Desk): Promise<PassageFindings> =>
  passagesOn(questionOf(ask, { today: todayOf(desk) }), ask, desk)

type PassageFindings = { prepared: PreparedQuery; findings: Findings }

async function passagesOn(question: Question, ask: Ask, desk: Desk): Promise<PassageFindings> {
  const prepared = prepareQuery(question, ask, desk)
  const found = await findInField(prepared, (query) => desk.index.passages({ ...query, speakers: [] }))
  const findings = narrowFindings(found, question, { desk, reach: 'piece' })
  return { prepared, findings }
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
