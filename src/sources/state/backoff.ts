// Computes how long to wait before a source is polled again.

/** The outcome of a poll, as far as the wait depends on it. */
export type BackoffInput = {
  /** Consecutive polls that failed, this one included. */
  failures: number
  /**
   * The seconds that the server asks to wait (`retryAfter`), or states that its document stays fresh
   * (`maxAge`).
   */
  retryAfter: number | null
  maxAge: number | null
}

/** The longest wait in seconds (a day), whatever the server asks; a longer polling interval still applies. */
const MAX_WAIT_SECONDS = 86_400
/** The largest share that is added to a wait at random, so that sources are not all polled at once. */
const MAX_JITTER = 0.1

/**
 * Returns the seconds until a source is polled again: its polling interval `every`, doubled for each
 * consecutive failure, and at least as long as the server asks. `chance`, a number from 0 to 1, is the share
 * of MAX_JITTER that is added. Example: `every` 900 after two failures gives 3600.
 */
export function waitAfter(
  every: number,
  { failures, retryAfter, maxAge }: BackoffInput,
  chance: number,
): number {
  const own = every * 2 ** Math.min(failures, 16)
  const asked = Math.max(retryAfter ?? 0, failures ? 0 : (maxAge ?? 0))
  return Math.max(every, Math.min(MAX_WAIT_SECONDS, Math.max(own, asked))) * (1 + MAX_JITTER * chance)
}
