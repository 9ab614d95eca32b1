import { newestFirst } from '../archive/by-date.ts'
import type { Answer, Ask } from './answer.ts'
import { type Desk, momentOf } from './desk.ts'
import { answerFrom, weighed } from './evidence/select-answer.ts'
import type { Scope } from './query/eligible-stories.ts'
import { inquire } from './query/prepared-query.ts'
import { questionOf } from './query/question.ts'
import type { Ranked } from './ranking/rank.ts'
import { PASSAGES } from './ranking/ranking-model.ts'

/** How many passages are weighed: enough for every story on a topic. */
const CANDIDATES = 500

/** A story is on the topic when its best passage has this share of what the best of all has. */
const SHARE = 0.6

/** The stories on a topic, newest first, each with its best passage; throws a UserError where a date is none. */
export async function coverage(ask: Ask, desk: Desk): Promise<Answer> {
  const inquiry = inquire(questionOf(ask, momentOf(desk)), ask, desk)
  const { asked, scope } = inquiry
  const found = await desk.index.passages({
    words: asked.words,
    speakers: [],
    articles: scope.open,
    limit: CANDIDATES,
  })
  const { bearing, ...others } = weighed(found, inquiry, PASSAGES)
  const dated = ({ piece }: Ranked) => scope.stories.get(piece.articleId) ?? { publishedAt: null }
  const inOrder = onDays(onTopic(bearing), scope).toSorted((a, b) => newestFirst(dated(a), dated(b)))
  return answerFrom({ ...others, bearing: inOrder }, inquiry)
}

/** Those of the days that are named, if any are. */
function onDays(ranked: Ranked[], scope: Scope): Ranked[] {
  const some = ranked.filter(({ piece }) => scope.onDays.has(piece.articleId))
  return some.length ? some : ranked
}

/** The best passage of each story that has enough of the topic. */
function onTopic(ranked: Ranked[]): Ranked[] {
  const best = [...new Map(ranked.toReversed().map((one) => [one.piece.articleId, one])).values()]
  const covered = ({ measured }: Ranked) => measured?.soft.all ?? 1
  const most = Math.max(0, ...best.map(covered))
  return best.filter((one) => covered(one) >= SHARE * most)
}
