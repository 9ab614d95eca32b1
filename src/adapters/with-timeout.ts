// Limits how long a promise is waited for.
import { setTimeout as pause } from 'node:timers/promises'

/** Returns the result of a promise; null where it takes longer than the given milliseconds. Rejects as the promise does. */
export async function withTimeout<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  const timer = new AbortController()
  try {
    return await Promise.race([work, pause(milliseconds, null, { signal: timer.signal })])
  } finally {
    timer.abort()
  }
}
