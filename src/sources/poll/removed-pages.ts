import type { Archive } from '../../archive/archive.ts'
import { type Article, type Block, Facts } from '../../archive/article.ts'
import { standing } from '../../archive/quotability.ts'
import type { PageRecord } from '../state/source-records.ts'
import { originIn, type Round } from './poll.ts'

const DAY = 86_400_000

/**
 * Keeps that a page, or a post, is not where it was. When it has not been for a day, its story is withdrawn, and this
 * is true.
 */
export async function noteGone(page: PageRecord, round: Round): Promise<boolean> {
  const { records, intake, source, summary, now } = round
  const again = now()
  const goneAt = page.goneAt ?? again.toISOString()
  records.keepPage({ ...page, seenAt: again.toISOString(), goneAt })
  if (again.getTime() - Date.parse(goneAt) < DAY) return false
  const article = await withdraw(intake.archive, { from: originIn(source, page.url), goneAt, again })
  if (article) {
    summary.changed += 1
    await intake.onKept({ outcome: 'changed', article })
  }
  return true
}

/** Where a story came from, and the two days on which its page was not there. */
type Withdrawal = { from: string; goneAt: string; again: Date }

/**
 * Keeps, as a new version, that a story's page has gone from its site: it reads as retracted, and says why. Should the
 * page come back, its next version is quotable again.
 */
async function withdraw(archive: Archive, { from, goneAt, again }: Withdrawal): Promise<Article | null> {
  const article = await archive.known(from)
  if (!article || standing(article, again) !== 'quotable') return null
  const { text, passages, quotations, edition } = article.version
  const days = [goneAt, again.toISOString()].map((at) => at.slice(0, 10)).join(' and ')
  const kept = await archive.keep(
    {
      ...Facts.parse(article),
      status: 'retracted',
      correction: `Its page was no longer on the site on ${days}.`,
      text,
      blocks: passages.flatMap(({ kind, start, end, post }): Block[] =>
        kind === 'paragraph' ? [] : [{ kind, start, end, post }],
      ),
      source: null,
      keys: [from],
    },
    { passages, quotations, edition },
  )
  return kept.article
}
