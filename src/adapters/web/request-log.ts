// Logs and times requests without what was asked.
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'
import type { Metrics } from '../metrics/metrics.ts'

/** Logs each request with its route pattern, never its address, which holds the question. `ms` is the duration. */
export function logRequests(log: Logger, metrics: Metrics): MiddlewareHandler {
  return async function requests(c, next) {
    const began = performance.now()
    await next()
    const ms = performance.now() - began
    const request = { method: c.req.method, route: routePath(c), status: c.res.status }
    metrics.request(request, ms / 1000)
    log.info({ ...request, ms: Math.round(ms) }, 'request')
  }
}
