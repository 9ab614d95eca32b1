import { performance } from 'node:perf_hooks'

/** How long an event loop was held up at most: by the clock, and by work of its own (the thread's processor time). */
export type HeldUp = { clock: number; work: number }

const OFTEN = 5

/**
 * Watches this thread's event loop until it is asked how long it was held up, in milliseconds. The clock counts what
 * other programs of a busy machine take; the work does not.
 */
export function watchLoop(): () => HeldUp {
  const most: HeldUp = { clock: 0, work: 0 }
  let [at, spent] = [performance.now(), process.threadCpuUsage()]
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(spent)
    most.clock = Math.max(most.clock, performance.now() - at - OFTEN)
    most.work = Math.max(most.work, (user + system) / 1000)
    ;[at, spent] = [performance.now(), process.threadCpuUsage()]
  }, OFTEN)
  return () => {
    clearInterval(timer)
    return most
  }
}
