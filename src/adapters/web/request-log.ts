import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'

/** Logs each request by the route that took it, never by its address: that holds what was asked. */
export function requests(log: Logger): MiddlewareHandler {
  return async function requests(c, next) {
    const began = performance.now()
    await next()
    const ms = Math.round(performance.now() - began)
    log.info({ method: c.req.method, route: routePath(c, -1), status: c.res.status, ms }, 'request')
  }
}
