// Records pages that are gone, and retracts their stories after a day.
import type { Archive } from '../../archive/archive.ts'
import { type Article, type Block, Facts } from '../../archive/article.ts'
import { quotabilityOf } from '../../archive/quotability.ts'
import type { PageRecord } from '../state/source-records.ts'
import { originKey, type PollRun } from './poll-run.ts'

/** A page must be gone this long before its story is retracted, in milliseconds (one day). */
const WITHDRAWAL_DELAY_MS = 86_400_000

/**
 * Records that a page or a post is gone, and returns whether it has been gone for at least a day. If so, its
 * story is retracted.
 */
export async function recordMissingPage(page: PageRecord, run: PollRun): Promise<boolean> {
  const { records, intake, source, summary, now } = run
  const checkedAt = now()
  const goneAt = page.goneAt ?? checkedAt.toISOString()
  records.keepPage({ ...page, seenAt: checkedAt.toISOString(), goneAt })
  if (checkedAt.getTime() - Date.parse(goneAt) < WITHDRAWAL_DELAY_MS) return false
  const article = await withdraw(intake.archive, { from: originKey(source, page.url), goneAt, checkedAt })
  if (article) {
    summary.changed += 1
    await intake.onKept({ outcome: 'changed', article })
  }
  return true
}

/** The origin key of a story, and the two times at which its page was found gone. */
type Withdrawal = { from: string; goneAt: string; checkedAt: Date }

/**
 * Stores a new version of a story that reads as retracted, with a correction that gives the reason, and
 * returns its article; null where there is no story, or it is not quotable. If the page comes back, its next
 * version is quotable again.
 */
async function withdraw(archive: Archive, { from, goneAt, checkedAt }: Withdrawal): Promise<Article | null> {
  const article = await archive.articleByKey(from)
  if (!article || quotabilityOf(article, checkedAt) !== 'quotable') return null
  const { text, passages, quotations, edition } = article.version
  const days = [goneAt, checkedAt.toISOString()].map((at) => at.slice(0, 10)).join(' and ')
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
