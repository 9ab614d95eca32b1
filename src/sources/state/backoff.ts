/** How a round went, as far as the next one depends on it. */
export type Outcome = {
  /** Rounds in a row that failed, this one included. */
  failures: number
  /** Seconds that the server asks to wait, or says its answer stays fresh. */
  retryAfter: number | null
  maxAge: number | null
}

/** No source is forgotten for longer than a day, whatever its server says. */
const LONGEST = 86_400
/** Up to a tenth is added to every wait, so that sources do not all come at once. */
const JITTER = 0.1

/**
 * The seconds until a source is tried again: as often as is set, twice as long after each failure in a row, never
 * sooner than the server asks, and a little later by chance. `chance` is a number from 0 to 1.
 */
export function waitAfter(every: number, { failures, retryAfter, maxAge }: Outcome, chance: number): number {
  const own = every * 2 ** Math.min(failures, 16)
  const asked = Math.max(retryAfter ?? 0, failures ? 0 : (maxAge ?? 0))
  return Math.max(every, Math.min(LONGEST, Math.max(own, asked))) * (1 + JITTER * chance)
}
