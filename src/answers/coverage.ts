import { newestFirst } from '../archive/by-date.ts'
import type { Answer, Ask } from './answer.ts'
import { PASSAGES } from './context.ts'
import type { Desk } from './desk.ts'
import { answerFrom, weighed } from './evidence/select-answer.ts'
import type { Scope } from './query/eligible-stories.ts'
import { inquire } from './query/prepared-query.ts'
import { questionOf } from './query/question.ts'
import type { Ranked } from './ranking/rank.ts'

/** How many passages are weighed: enough for every story on a topic. */
const CANDIDATES = 500

/** A story is on the topic when its best passage has this share of what the best of all has. */
const SHARE = 0.6

/** The stories on a topic, newest first, each with its best passage; throws a UserError where a date is none. */
export async function coverage(ask: Ask, desk: Desk): Promise<Answer> {
  const inquiry = inquire(questionOf(ask, desk.now()), ask, desk)
  const { asked, scope } = inquiry
  const found = await desk.index.passages({
    words: asked.words,
    speakers: [],
    articles: scope.open,
    limit: CANDIDATES,
  })
  const { near, bearing, retracted } = weighed(found, inquiry, PASSAGES)
  const stories = new Map([...desk.index.stories()].map((story) => [story.id, story]))
  const dated = ({ piece }: Ranked) => stories.get(piece.articleId) ?? { publishedAt: null }
  const inOrder = onDays(onTopic(bearing), scope).toSorted((a, b) => newestFirst(dated(a), dated(b)))
  return answerFrom({ near, bearing: inOrder, retracted }, inquiry)
}

/** Those of the days that are named, if any are. */
function onDays(ranked: Ranked[], scope: Scope): Ranked[] {
  const some = ranked.filter(({ piece }) => scope.onDays.has(piece.articleId))
  return some.length ? some : ranked
}

/** The best passage of each story that has enough of the topic. */
function onTopic(ranked: Ranked[]): Ranked[] {
  const best = [...new Map(ranked.toReversed().map((one) => [one.piece.articleId, one])).values()]
  const most = Math.max(0, ...best.map(({ signs }) => signs.bearing))
  return best.filter(({ signs }) => signs.bearing >= SHARE * most)
}
