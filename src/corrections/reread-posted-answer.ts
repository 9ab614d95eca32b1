// Finds what changed in a posted answer since people saw it.
import type { Evidence } from '../answers/answer.ts'
import { storyCiter } from '../answers/article.ts'
import type { Desk } from '../answers/desk.ts'
import { openArticleReader } from '../answers/evidence/read-evidence.ts'
import type { Article, Citation } from '../archive/article.ts'
import { embargoEnd, quotabilityOf } from '../archive/quotability.ts'
import type { PostedAnswer, ShownCoverage, ShownState } from './posted-answers.ts'
import { type RereadAnswer, rereadAnswer } from './reread-saved-answer.ts'

/**
 * A change to a story after its words were posted. `changed`: the words are no longer in it; `reattributed`: it gives
 * them to another speaker; `restored`: they may be quoted again. A withheld story is not named.
 */
export type StoryChange =
  | { kind: 'corrected' | 'changed' | 'retracted' | 'restored'; story: Citation }
  | { kind: 'reattributed'; story: Citation; speaker: string | null }
  | { kind: 'withheld'; articleId: string }

/** A posted answer read again: what it may show now, and what changed for those who saw it. */
export type RereadPostedAnswer = {
  reread: RereadAnswer
  /** The stories that it names besides, without those that are withheld. */
  named: Citation[]
  states: ShownState[]
  changes: StoryChange[]
  /** The first end of an embargo on what it shows, as an ISO instant; null where there is none. */
  nextCheckAt: string | null
}

/** Returns the states that a new message shows: of each piece of evidence, then of each story that it names. */
export const initialStates = ({ evidence, named }: Omit<ShownCoverage, 'command'>): ShownState[] => [
  ...evidence.map(quotedState),
  ...named.map((story) => namedState(story.status === 'retracted' ? 'retracted' : 'quotable', story)),
]

/** Returns the state of a piece of evidence that is shown. */
const quotedState = ({ citation, speaker, alsoIn }: Evidence): ShownState => ({
  ...namedState('quotable', citation),
  speaker,
  alsoIn: alsoIn.map(({ articleId }) => articleId),
})

/** Returns the state of a story that is named; of a withheld story, only that it is withheld. */
const namedState = (
  standing: ShownState['standing'],
  story: Pick<Article, 'status' | 'correction'> | null,
): ShownState => ({
  standing,
  correction: standing === 'withheld' || !story ? null : correctionOf(story),
  speaker: null,
  alsoIn: [],
})

const correctionOf = ({ status, correction }: Pick<Article, 'status' | 'correction'>) =>
  correction ?? (status === 'corrected' ? '' : null)

/** Reads a posted answer again, each piece of evidence and each named story as its article stands now. */
export async function rereadPostedAnswer(
  { saved, named, states: before }: PostedAnswer,
  desk: Desk,
): Promise<RereadPostedAnswer> {
  const now = desk.now()
  const read = openArticleReader(desk)
  const [reread, quotedArticles, namedArticles] = await Promise.all([
    rereadAnswer(saved, desk, read),
    Promise.all(saved.places.map(({ articleId }) => read(articleId))),
    Promise.all(named.map(read)),
  ])
  const quotedStates = reread.pieces.map((piece, i) =>
    piece ? quotedState(piece) : missingState(quotedArticles[i] ?? null, now),
  )
  const changes = new Map<string, StoryChange>()
  for (const [i, after] of quotedStates.entries()) {
    const article = quotedArticles[i]
    const articleId = saved.places[i]?.articleId ?? ''
    const story = article ? storyCiter(desk.cite)(article) : null
    const change = before[i] && storyChange(before[i], after, { articleId, story })
    if (change) changes.set(`${change.kind} ${articleId}`, change)
  }
  return {
    reread,
    named: namedArticles
      .filter((article) => article !== null)
      .filter((article) => quotabilityOf(article, now) !== 'withheld')
      .map(storyCiter(desk.cite)),
    states: [
      ...quotedStates,
      ...namedArticles.map((article) => namedState(standingOf(article, now), article)),
    ],
    changes: [...changes.values()],
    nextCheckAt: nextEmbargoEnd([...quotedArticles, ...namedArticles], now),
  }
}

const standingOf = (article: Article | null, now: Date) =>
  article ? quotabilityOf(article, now) : 'withheld'

/** Returns the state of words that are withheld: their story may not be quoted, or no longer has them. */
function missingState(article: Article | null, now: Date): ShownState {
  const stands = standingOf(article, now)
  return namedState(stands === 'quotable' ? 'changed' : stands, article)
}

/** Returns the change between two states; null where nobody needs to be told. */
function storyChange(
  before: ShownState,
  { standing, correction, speaker }: ShownState,
  { articleId, story }: { articleId: string; story: Citation | null },
): StoryChange | null {
  const same = standing === before.standing
  if (standing === 'withheld' || !story) return same ? null : { kind: 'withheld', articleId }
  const corrected = correction !== null && correction !== before.correction
  if (standing !== 'quotable') return same && !corrected ? null : { kind: standing, story }
  if (!same) return { kind: 'restored', story }
  if (speaker !== before.speaker) return { kind: 'reattributed', story, speaker }
  return corrected ? { kind: 'corrected', story } : null
}

/** Returns the next end of an embargo or of a publication after `now`, as an ISO instant; null where there is none. */
function nextEmbargoEnd(articles: (Article | null)[], now: Date): string | null {
  const ends = articles.flatMap((article) => [
    ...(article?.embargoUntil ? [embargoEnd(article.embargoUntil)] : []),
    ...(article?.expiresAt ? [new Date(article.expiresAt)] : []),
  ])
  const [next] = ends.filter((end) => end > now).toSorted((a, b) => a.getTime() - b.getTime())
  return next?.toISOString() ?? null
}
