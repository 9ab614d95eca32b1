import { setTimeout as pause } from 'node:timers/promises'

/** What a promise comes to within so many milliseconds; null where it takes longer. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  const timer = new AbortController()
  try {
    return await Promise.race([work, pause(milliseconds, null, { signal: timer.signal })])
  } finally {
    timer.abort()
  }
}
