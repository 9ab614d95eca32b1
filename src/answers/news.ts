import type { Article, Citation } from '../archive/article.ts'
import { liftsAt, standing } from '../archive/standing.ts'
import type { Evidence } from './answer.ts'
import { wholeBy } from './article.ts'
import type { Desk } from './desk.ts'
import { openReader } from './evidence.ts'
import type { Posting, Told } from './postings.ts'
import { type Recalled, recall } from './recall.ts'

/**
 * What became of a story after its words were posted. `changed`: the words are no longer in it; `reattributed`: it now
 * has somebody else say them; `restored`: they may be quoted again. One that is withheld is not named.
 */
export type News =
  | { kind: 'corrected' | 'changed' | 'retracted' | 'restored'; story: Citation }
  | { kind: 'reattributed'; story: Citation; speaker: string | null }
  | { kind: 'withheld' }

/** A posting read again: what it can tell now, what of that is news to who saw it, and when it will be otherwise. */
export type Reread = {
  recalled: Recalled
  told: Told[]
  news: News[]
  /** When the first embargo on what it gave lifts, as an ISO instant; null where none has an end. */
  next: string | null
}

/** What a message tells that shows a piece of evidence. */
export const toldOf = ({ citation, speaker, alsoIn }: Evidence): Told => ({
  standing: 'quotable',
  correction: citation.correction,
  speaker,
  alsoIn: alsoIn.map(({ articleId }) => articleId),
})

/** Reads a posting again, each piece as its article stands now. */
export async function reread({ given, told: before }: Posting, desk: Desk): Promise<Reread> {
  const recalled = await recall(given, desk)
  const read = openReader(desk)
  const articles = await Promise.all(given.places.map(({ articleId }) => read(articleId)))
  const told = recalled.pieces.map((piece, i) => (piece ? toldOf(piece) : missing(articles[i] ?? null, desk)))
  const news = new Map<string, News>()
  for (const [i, after] of told.entries()) {
    const article = articles[i]
    const one = before[i] && newsOf(before[i], after, article ? wholeBy(desk.cite)(article) : null)
    if (one) news.set(`${one.kind} ${article?.id}`, one)
  }
  return { recalled, told, news: [...news.values()], next: nextOf(articles, desk.now()) }
}

/** Why words are missing: their story may not be quoted, or does not have them any more. */
function missing(article: Article | null, { now }: Desk): Told {
  const stands = article ? standing(article, now()) : 'withheld'
  return {
    standing: stands === 'quotable' ? 'changed' : stands,
    correction: stands === 'withheld' ? null : (article?.correction ?? null),
    speaker: null,
    alsoIn: [],
  }
}

/** What is new in what is told; null where nothing is that anybody has to know. */
function newsOf(before: Told, { standing, correction, speaker }: Told, story: Citation | null): News | null {
  const same = standing === before.standing
  if (standing === 'withheld' || !story) return same ? null : { kind: 'withheld' }
  const corrected = correction !== null && correction !== before.correction
  if (standing !== 'quotable') return same && !corrected ? null : { kind: standing, story }
  if (!same) return { kind: 'restored', story }
  if (speaker !== before.speaker) return { kind: 'reattributed', story, speaker }
  return corrected ? { kind: 'corrected', story } : null
}

/** When the first embargo lifts that has not yet. */
function nextOf(articles: (Article | null)[], now: Date): string | null {
  const ends = articles.flatMap((article) => (article?.embargoUntil ? [liftsAt(article.embargoUntil)] : []))
  const [next] = ends.filter((end) => end > now).toSorted((a, b) => a.getTime() - b.getTime())
  return next?.toISOString() ?? null
}
