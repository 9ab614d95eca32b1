import { Refusal } from '../../errors.ts'
import { Unreachable } from '../../intake/fetch/fetch-error.ts'
import { emptySummary, type Summary } from '../../intake/store-stories.ts'
import type { Polled } from '../config/source.ts'
import { waitAfter } from '../state/backoff.ts'
import type { Gear, Round } from './poll.ts'
import { poll } from './poll-source.ts'

/** Arrivals that are remembered of a source: enough to know its rhythm by. */
const ARRIVALS = 20

/** Makes a round to a source, and records how it went and when the next one is due. */
export async function visit(source: Polled, gear: Gear, chance: number): Promise<Summary> {
  const round: Round = {
    ...gear,
    source: source.name,
    base: 'url' in source ? source.url : null,
    every: source.every,
    summary: emptySummary(),
    maxAge: null,
  }
  const failure = await poll(source, round).then(
    () => null,
    (error) => {
      if (error instanceof Refusal) return error
      throw error
    },
  )
  const failures = failure ? gear.records.source(source.name).failures + 1 : 0
  const retryAfter = failure instanceof Unreachable ? failure.retryAfter : null
  const wait = waitAfter(source.every, { failures, retryAfter, maxAge: round.maxAge }, chance)
  recordVisit(source.name, { summary: round.summary, failure, wait }, gear)
  return round.summary
}

/** What came of a visit: why it failed, if it did, and the seconds until the next; null where the source comes by itself. */
export type Visited = { summary: Summary; failure: Refusal | null; wait: number | null }

/** Records how a visit to a source went. */
export function recordVisit(name: string, { summary, failure, wait }: Visited, { records, now }: Gear): void {
  const before = records.source(name)
  const at = now()
  const came = summary.added > 0
  records.keepSource({
    ...before,
    triedAt: at.toISOString(),
    succeededAt: failure ? before.succeededAt : at.toISOString(),
    newStoryAt: came ? at.toISOString() : before.newStoryAt,
    arrivals: came ? [...before.arrivals, at.toISOString()].slice(-ARRIVALS) : before.arrivals,
    failures: failure ? before.failures + 1 : 0,
    error: failure?.message ?? refusedInWords(summary),
    nextTryAt: wait === null ? null : new Date(at.getTime() + wait * 1000).toISOString(),
  })
}

function refusedInWords({ refused }: Summary): string | null {
  const [first] = refused
  return first ? `${refused.length} refused, the first: ${first.message}` : null
}
