import { setTimeout } from 'node:timers/promises'
import type { Polled, Sources } from '../config/source.ts'
import type { Log } from '../log.ts'
import type { Gear } from './poll.ts'
import { visit } from './poll-once.ts'

/** A round that fails for no fault of the source is made again after this many milliseconds. */
const AFTER_FAILURE = 60_000
/** A timer that is set for more than 24 days goes off at once, so none is set for more than one. */
const LONGEST = 86_400_000

/**
 * Makes rounds to every source for as long as the thread runs, each at its own times: those recorded, so that a
 * restart asks nobody too early. A round that is broken off is made again in full.
 */
export function makeRounds({ sources }: Sources, gear: Gear, log: Log): void {
  async function go(source: Polled): Promise<never> {
    for (;;) {
      const next = Date.parse(gear.records.source(source.name).nextTryAt ?? '') || 0
      const wait = next - gear.now().getTime()
      if (wait > 0) {
        await setTimeout(Math.min(wait, LONGEST))
        continue
      }
      try {
        const { added, changed, refused } = await visit(source, gear, Math.random())
        log.info({ source: source.name, added, changed, refused: refused.length }, 'round made')
      } catch (failure) {
        log.warn({ source: source.name, err: failure }, 'round failed')
        await setTimeout(AFTER_FAILURE)
      }
    }
  }

  for (const source of sources) if (source.kind !== 'hook') void go(source)
}
