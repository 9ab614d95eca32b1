import type { Evidence } from '../answers/answer.ts'
import { wholeBy } from '../answers/article.ts'
import type { Desk } from '../answers/desk.ts'
import { openReader } from '../answers/evidence/read-evidence.ts'
import type { Article, Citation } from '../archive/article.ts'
import { liftsAt, standing } from '../archive/quotability.ts'
import type { Posting, Showing, Told } from './posted-messages.ts'
import { type Recalled, recall } from './reread-answer.ts'

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
  /** The stories that it names beside it, as far as they may be named. */
  named: Citation[]
  told: Told[]
  news: News[]
  /** When the first embargo on what it shows lifts, as an ISO instant; null where none has an end. */
  next: string | null
}

/** What a message tells at first: of each piece of evidence, then of each story that it names. */
export const toldAtFirst = ({ evidence, named }: Omit<Showing, 'command'>): Told[] => [
  ...evidence.map(quoting),
  ...named.map((story) => naming(story.status === 'retracted' ? 'retracted' : 'quotable', story)),
]

/** What is told of a piece of evidence that is shown. */
const quoting = ({ citation, speaker, alsoIn }: Evidence): Told => ({
  ...naming('quotable', citation),
  speaker,
  alsoIn: alsoIn.map(({ articleId }) => articleId),
})

/** What is told of a story that is named; of one that is withheld, nothing but that. */
const naming = (standing: Told['standing'], story: Pick<Article, 'status' | 'correction'> | null): Told => ({
  standing,
  correction: standing === 'withheld' || !story ? null : correctionOf(story),
  speaker: null,
  alsoIn: [],
})

const correctionOf = ({ status, correction }: Pick<Article, 'status' | 'correction'>) =>
  correction ?? (status === 'corrected' ? '' : null)

/** Reads a posting again, each piece and each name as its article stands now. */
export async function reread({ given, named, told: before }: Posting, desk: Desk): Promise<Reread> {
  const now = desk.now()
  const read = openReader(desk)
  const [recalled, quoted, beside] = await Promise.all([
    recall(given, desk, read),
    Promise.all(given.places.map(({ articleId }) => read(articleId))),
    Promise.all(named.map(read)),
  ])
  const told = recalled.pieces.map((piece, i) => (piece ? quoting(piece) : missing(quoted[i] ?? null, now)))
  const news = new Map<string, News>()
  for (const [i, after] of told.entries()) {
    const article = quoted[i]
    const one = before[i] && newsOf(before[i], after, article ? wholeBy(desk.cite)(article) : null)
    if (one) news.set(`${one.kind} ${article?.id}`, one)
  }
  return {
    recalled,
    named: beside
      .filter((article) => article !== null)
      .filter((article) => standing(article, now) !== 'withheld')
      .map(wholeBy(desk.cite)),
    told: [...told, ...beside.map((article) => naming(standingOf(article, now), article))],
    news: [...news.values()],
    next: nextOf([...quoted, ...beside], now),
  }
}

const standingOf = (article: Article | null, now: Date) => (article ? standing(article, now) : 'withheld')

/** Why words are missing: their story may not be quoted, or does not have them any more. */
function missing(article: Article | null, now: Date): Told {
  const stands = standingOf(article, now)
  return naming(stands === 'quotable' ? 'changed' : stands, article)
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
