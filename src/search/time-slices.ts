// Runs long work in short time slices, so that questions are answered in between.
import { setImmediate } from 'node:timers/promises'

/** The time after which work yields to the event loop, in milliseconds. */
const MAX_SLICE_MS = 8

/** Work in steps, and its result. */
export type Steps<Done> = Generator<void, Done>

/** Runs work and yields to the event loop after each slice, so that no question waits for all of it. */
export async function runInSlices<Done>(steps: Steps<Done>): Promise<Done> {
  let began = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - began < MAX_SLICE_MS) continue
    await setImmediate()
    began = performance.now()
  }
}

/** Runs work without yielding. */
export function runAtOnce<Done>(steps: Steps<Done>): Done {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
