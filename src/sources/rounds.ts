import { setTimeout } from 'node:timers/promises'
import type { Log } from './log.ts'
import type { Gear } from './round.ts'
import type { Polled, Sources } from './source.ts'
import { visit } from './visit.ts'

/** Rounds that are being made until they are stopped. */
export type Rounds = { stop(): Promise<void> }

/** A round that fails for no fault of the source is made again after this many milliseconds. */
const AFTER_FAILURE = 60_000

/** Makes rounds to every source, each at its own times: those recorded, so that a restart asks nobody too early. */
export function makeRounds({ sources }: Sources, gear: Gear, log: Log): Rounds {
  const stopping = new AbortController()
  const { signal } = stopping

  async function go(source: Polled): Promise<void> {
    while (!signal.aborted) {
      const next = Date.parse(gear.records.source(source.name).nextTryAt ?? '') || 0
      await sleep(next - gear.now().getTime(), signal)
      if (signal.aborted) return
      try {
        const { added, changed, refused } = await visit(source, gear, Math.random())
        log.info({ source: source.name, added, changed, refused: refused.length }, 'round made')
      } catch (failure) {
        log.warn({ source: source.name, err: failure }, 'round failed')
        await sleep(AFTER_FAILURE, signal)
      }
    }
  }

  const going = sources.filter((source) => source.kind !== 'hook').map(go)
  return {
    async stop() {
      stopping.abort()
      await Promise.all(going)
    },
  }
}

const sleep = (milliseconds: number, signal: AbortSignal) =>
  setTimeout(Math.max(0, milliseconds), undefined, { signal }).catch(() => {})
