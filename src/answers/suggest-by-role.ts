// Suggests speakers by what the coverage calls them, while a person types: "harbour m", "mayor".
import { quotabilityOf } from '../archive/quotability.ts'
import { tokens } from '../search/text/tokenize.ts'
import { type Desk, todayOf } from './desk.ts'
import { openArticleReader } from './evidence/read-evidence.ts'
import { scopeOf } from './query/eligible-stories.ts'
import { questionOf } from './query/question.ts'
import { quotationsBy } from './query/speaker-query.ts'
import type { Suggestion } from './suggest.ts'

/** Quotations that are looked at, and speakers that are suggested at most. */
const MAX_ROLE_QUOTATIONS = 60
const MAX_ROLE_SUGGESTIONS = 10

/**
 * Returns the speakers whom the coverage calls by typed words, a title or a role; the last of several words may be the
 * beginning of one. Empty where nothing is typed.
 */
export async function speakersByRole(typed: string, desk: Desk): Promise<Suggestion[]> {
  const words = tokens(typed)
  const last = words.at(-1)
  if (!last) return []
  const whole = words.length > 1 && !/\s$/.test(typed) ? words.slice(0, -1) : words
  const { open } = scopeOf(questionOf({ text: '' }, { today: todayOf(desk) }), desk)
  const role = `the ${whole.map(({ word }) => word).join(' ')}`
  const query = { words: [], articles: open, limit: MAX_ROLE_QUOTATIONS }
  const { hits } = await quotationsBy(role, query, desk.index)
  const read = openArticleReader(desk)
  const names = new Set<string>()
  for (const { piece } of hits) {
    const roles = piece.quotation?.roles.split(' ') ?? []
    if (!roles.some((term) => term === last.term || term.startsWith(last.word))) continue
    const article = await read(piece.articleId)
    const isOpen = article && quotabilityOf(article, desk.now()) === 'quotable'
    const quotation = isOpen
      ? article.version.quotations.find(({ ordinal }) => ordinal === piece.ordinal)
      : undefined
    if (quotation?.speaker) names.add(quotation.speaker)
    if (names.size === MAX_ROLE_SUGGESTIONS) break
  }
  return [...names].map((name) => ({ value: name, label: name }))
}
