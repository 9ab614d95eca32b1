// Limits the requests of each client, by a token bucket.
import type { Context, MiddlewareHandler } from 'hono'

/** A limit in requests: `perMinute` is the size of the bucket and what it refills by in a minute. `now` is in ms. */
type RateLimit = { perMinute: number; client: (c: Context) => string; now?: () => number }

/** Clients that are remembered; the least recently seen one is forgotten first. */
const MAX_CLIENTS = 10_000
const MINUTE_MS = 60_000

/** The requests that a client has left, at an instant in milliseconds. */
type Bucket = { left: number; at: number }

/** Returns middleware that answers 429 with Retry-After where a client’s bucket is empty. */
export function limitRate({ perMinute, client, now = Date.now }: RateLimit): MiddlewareHandler {
  const buckets = new Map<string, Bucket>()

  function take(name: string): boolean {
    const { left, at } = buckets.get(name) ?? { left: perMinute, at: now() }
    const filled = Math.min(perMinute, left + ((now() - at) * perMinute) / MINUTE_MS)
    buckets.delete(name)
    buckets.set(name, { left: filled < 1 ? filled : filled - 1, at: now() })
    const [quietest] = buckets.keys()
    if (buckets.size > MAX_CLIENTS && quietest !== undefined) buckets.delete(quietest)
    return filled >= 1
  }

  return async function limitRate(c, next) {
    if (take(client(c))) return next()
    c.header('Retry-After', String(Math.ceil(60 / perMinute)))
    return c.text('That was a lot of questions in a short time. Wait a moment, then ask again.', 429)
  }
}
