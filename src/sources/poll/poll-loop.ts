// Polls all sources at their intervals, for as long as the process runs.

import { setTimeout } from 'node:timers/promises'
import { DAY_MS } from '../../durations.ts'
import { REPLACES } from '../../intake/store-stories.ts'
import type { PolledSource, SourcesConfig } from '../config/source.ts'
import type { Log } from './poll-log.ts'
import { pollOnce } from './poll-once.ts'
import type { PollContext } from './poll-run.ts'

/** The pause after a poll that failed for a reason other than the source, in milliseconds. */
const FAILURE_PAUSE_MS = 60_000
/** The longest timer that is set, in milliseconds (one day): timers of more than 24 days fire at once. */
const MAX_TIMER_MS = DAY_MS

/**
 * Polls every source except webhooks until the thread ends. The time of each poll is read from the source’s
 * record, so that a restart does not poll a source too early. A poll that was interrupted is repeated in
 * full.
 */
export function startPolling({ sources }: SourcesConfig, context: PollContext, log: Log): void {
  async function pollForever(source: PolledSource): Promise<never> {
    for (;;) {
      const next = Date.parse(context.records.source(source.name).nextTryAt ?? '') || 0
      const wait = next - context.now().getTime()
      if (wait > 0) {
        await setTimeout(Math.min(wait, MAX_TIMER_MS))
        continue
      }
      try {
        const { added, changed, refused } = await pollOnce(source, context, Math.random())
        log.info({ source: source.name, added, changed, refused: refused.length }, 'round made')
        for (const { field, message } of refused)
          if (field === REPLACES)
            log.warn({ source: source.name, refused: message }, 'two stories under one address')
      } catch (failure) {
        log.warn({ source: source.name, err: failure }, 'round failed')
        await setTimeout(FAILURE_PAUSE_MS)
      }
    }
  }

  for (const source of sources) if (source.kind !== 'hook') void pollForever(source)
}
