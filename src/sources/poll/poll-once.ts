// Polls one source once and records the outcome and the time of the next poll.
import { Refusal } from '../../errors.ts'
import { FetchError } from '../../intake/fetch/fetch-error.ts'
import { emptySummary, type IntakeSummary } from '../../intake/store-stories.ts'
import type { PolledSource } from '../config/source.ts'
import { waitAfter } from '../state/backoff.ts'
import type { PollContext, PollRun } from './poll-run.ts'
import { pollSource } from './poll-source.ts'

/** The number of arrivals that are kept for a source, enough to learn how often it has new stories. */
const MAX_ARRIVALS_KEPT = 20

/**
 * Polls a source, records the outcome and the time of the next poll, and returns the summary. `chance`, a
 * number from 0 to 1, delays the next poll a little. A Refusal is recorded; any other error is thrown.
 */
export async function pollOnce(
  source: PolledSource,
  context: PollContext,
  chance: number,
): Promise<IntakeSummary> {
  const run: PollRun = {
    ...context,
    source: source.name,
    base: 'url' in source ? source.url : null,
    every: source.every,
    summary: emptySummary(),
    maxAge: null,
  }
  const failure = await pollSource(source, run).then(
    () => null,
    (error) => {
      if (error instanceof Refusal) return error
      throw error
    },
  )
  const failures = failure ? context.records.source(source.name).failures + 1 : 0
  const retryAfter = failure instanceof FetchError ? failure.retryAfter : null
  const wait = waitAfter(source.every, { failures, retryAfter, maxAge: run.maxAge }, chance)
  recordPoll(source.name, { summary: run.summary, failure, wait }, context)
  return run.summary
}

/**
 * The outcome of a poll: its summary, its failure if it failed, and the seconds until the next poll; null for
 * a webhook, which is not polled.
 */
export type PollOutcome = { summary: IntakeSummary; failure: Refusal | null; wait: number | null }

/** Records the outcome of a poll in the source’s record. */
export function recordPoll(
  name: string,
  { summary, failure, wait }: PollOutcome,
  { records, now }: PollContext,
): void {
  const before = records.source(name)
  const at = now()
  const hasNewStory = summary.added > 0
  records.keepSource({
    ...before,
    triedAt: at.toISOString(),
    succeededAt: failure ? before.succeededAt : at.toISOString(),
    newStoryAt: hasNewStory ? at.toISOString() : before.newStoryAt,
    arrivals: hasNewStory
      ? [...before.arrivals, at.toISOString()].slice(-MAX_ARRIVALS_KEPT)
      : before.arrivals,
    failures: failure ? before.failures + 1 : 0,
    error: failure?.message ?? refusalNote(summary),
    nextTryAt: wait === null ? null : new Date(at.getTime() + wait * 1000).toISOString(),
  })
}

function refusalNote({ refused }: IntakeSummary): string | null {
  const [first] = refused
  return first ? `${refused.length} refused, the first: ${first.message}` : null
}
