// Records pages that are gone, and retracts their stories after a day.
import { DAY_MS } from '../../durations.ts'
import type { PageRecord } from '../state/source-records.ts'
import { originKey, type PollRun } from './poll-run.ts'
import { withdraw } from './withdraw.ts'

/** A page must be gone this long before its story is retracted, in milliseconds (one day). */
const WITHDRAWAL_DELAY_MS = DAY_MS

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
  const days = [goneAt, checkedAt.toISOString()].map((at) => at.slice(0, 10)).join(' and ')
  const reason = `Its page was no longer on the site on ${days}.`
  const keys = [originKey(source, page.url)]
  for (const article of await withdraw(intake.archive, { keys, reason, at: checkedAt })) {
    summary.changed += 1
    await intake.onKept({ outcome: 'changed', article })
  }
  return true
}
