import type { Context, MiddlewareHandler } from 'hono'

/** How often a client may ask: at most so many requests at once, and so many a minute in the long run. */
type Limit = { perMinute: number; client: (c: Context) => string; now?: () => number }

/** Clients that are remembered; the one that has been quiet longest is forgotten first. */
const MOST_CLIENTS = 10_000
const MINUTE = 60_000

/** What a client has left, and since when. */
type Bucket = { left: number; at: number }

/** Holds each client to a number of requests a minute, by a bucket that fills up steadily. */
export function limitRate({ perMinute, client, now = Date.now }: Limit): MiddlewareHandler {
  const buckets = new Map<string, Bucket>()

  function take(name: string): boolean {
    const { left, at } = buckets.get(name) ?? { left: perMinute, at: now() }
    const filled = Math.min(perMinute, left + ((now() - at) * perMinute) / MINUTE)
    buckets.delete(name)
    buckets.set(name, { left: filled < 1 ? filled : filled - 1, at: now() })
    const [quietest] = buckets.keys()
    if (buckets.size > MOST_CLIENTS && quietest !== undefined) buckets.delete(quietest)
    return filled >= 1
  }

  return async function limitRate(c, next) {
    if (take(client(c))) return next()
    c.header('Retry-After', String(Math.ceil(60 / perMinute)))
    return c.text('That was a lot of questions in a short time. Wait a moment, then ask again.', 429)
  }
}
