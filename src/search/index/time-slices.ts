import { setImmediate } from 'node:timers/promises'

/** Milliseconds of work after which others have their turn. */
const TURN = 8

/** Work that is done step by step, and what comes of it. */
export type Steps<Done> = Generator<void, Done>

/** Does work in turns with whatever else the event loop has to do, so that no question waits for all of it. */
export async function inTurns<Done>(steps: Steps<Done>): Promise<Done> {
  let began = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - began < TURN) continue
    await setImmediate()
    began = performance.now()
  }
}

/** Does work without giving way to anything. */
export function atOnce<Done>(steps: Steps<Done>): Done {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
