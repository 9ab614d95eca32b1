// Measures how long the event loop of a thread is blocked.
import { performance } from 'node:perf_hooks'

/** The longest event-loop delay in milliseconds: by the clock, and by the thread's own processor time. */
export type LoopDelay = { clock: number; work: number }

const SAMPLE_INTERVAL_MS = 5

/**
 * Starts to watch this thread's event loop; the function returned stops and returns the longest delay. `clock` includes
 * the time that other processes of a busy machine take; `work` does not.
 */
export function watchLoop(): () => LoopDelay {
  const longest: LoopDelay = { clock: 0, work: 0 }
  let [at, spent] = [performance.now(), process.threadCpuUsage()]
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(spent)
    longest.clock = Math.max(longest.clock, performance.now() - at - SAMPLE_INTERVAL_MS)
    longest.work = Math.max(longest.work, (user + system) / 1000)
    ;[at, spent] = [performance.now(), process.threadCpuUsage()]
  }, SAMPLE_INTERVAL_MS)
  return () => {
    clearInterval(timer)
    return longest
  }
}
