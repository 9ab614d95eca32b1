import { Refusal } from '../errors.ts'
import { emptySummary, type Summary } from '../intake/take-in.ts'
import { Unreachable } from '../intake/unreachable.ts'
import { poll } from './poll.ts'
import type { SourceRecord } from './records.ts'
import type { Gear, Round } from './round.ts'
import { waitAfter } from './schedule.ts'
import type { Polled } from './source.ts'

/** Arrivals that are remembered of a source: enough to know its rhythm by. */
const ARRIVALS = 20

/** Makes a round to a source, and records how it went and when the next one is due. */
export async function visit(source: Polled, gear: Gear, chance: number): Promise<Summary> {
  const round: Round = {
    ...gear,
    source: source.name,
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
  const before = gear.records.source(source.name)
  const failures = failure ? before.failures + 1 : 0
  const retryAfter = failure instanceof Unreachable ? failure.retryAfter : null
  const wait = waitAfter(source.every, { failures, retryAfter, maxAge: round.maxAge }, chance)
  const at = gear.now()
  gear.records.keepSource({
    ...visited(before, round, at.toISOString()),
    succeededAt: failure ? before.succeededAt : at.toISOString(),
    failures,
    error: failure?.message ?? refusedInWords(round.summary),
    nextTryAt: new Date(at.getTime() + wait * 1000).toISOString(),
  })
  return round.summary
}

function visited(before: SourceRecord, { summary }: Round, at: string): SourceRecord {
  const came = summary.added > 0
  return {
    ...before,
    triedAt: at,
    newStoryAt: came ? at : before.newStoryAt,
    arrivals: came ? [...before.arrivals, at].slice(-ARRIVALS) : before.arrivals,
  }
}

function refusedInWords({ refused }: Summary): string | null {
  const [first] = refused
  return first ? `${refused.length} refused, the first: ${first.message}` : null
}
