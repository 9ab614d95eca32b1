// Logs requests without what was asked.
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'

/** Logs each request with its route pattern, never its address, which holds the question. `ms` is the duration. */
export function logRequests(log: Logger): MiddlewareHandler {
  return async function requests(c, next) {
    const began = performance.now()
    await next()
    const ms = Math.round(performance.now() - began)
    log.info({ method: c.req.method, route: routePath(c, -1), status: c.res.status, ms }, 'request')
  }
}
