// Assembles the reader: public routes first, then those behind the access check.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { api } from '../api/api.ts'
import { answerMcp } from '../mcp/serve.ts'
import { clientNames, requireAccess, sameOriginOnly } from './access.ts'
import { assets } from './assets.ts'
import { failurePage, notFoundPage } from './failure-pages.ts'
import { healthRoutes } from './health.ts'
import { basePath, prefixPaths, routedPath } from './mount.ts'
import { readerPages } from './page-routes.ts'
import { limitRate } from './rate-limit.ts'
import type { ReaderContext } from './reader-context.ts'
import { logRequests } from './request-log.ts'
import { noStore, securityHeaders } from './security-headers.ts'
import { signIn } from './sign-in.ts'
import { suggestionRoutes } from './suggestion-lists.ts'

/** Bytes of a request body at most: more than the longest draft in any script, encoded as a form. */
const MAX_FORM_BYTES = 600_000

/** Returns the reader. Routes before `requireAccess` are public: health, assets, the adapters’ own routes, sign-in. */
export function createReader(context: ReaderContext): Hono {
  const { newsroom, commands, web, log, routes } = context
  const base = basePath(web.publicUrl)
  const app = new Hono({ getPath: routedPath(base) })
  app.use(logRequests(log), securityHeaders, noStore, prefixPaths(base))
  app.onError((failure, c) => failurePage(failure, c, log))
  app.notFound(notFoundPage)

  app.route('/', healthRoutes(newsroom))
  app.route('/', assets)
  for (const { path, answer } of routes) app.all(path, (c) => answer(c.req.raw))
  app.use(limitRate({ perMinute: web.requestsPerMinute, client: clientNames(web) }))
  app.use(bodyLimit({ maxSize: MAX_FORM_BYTES }), sameOriginOnly(web))
  app.route('/', signIn(web))
  app.use(requireAccess(web))
  app.route('/', readerPages(context))
  app.route('/', suggestionRoutes(newsroom))
  app.route('/', api({ newsroom, commands, publicUrl: web.publicUrl }))
  app.post('/mcp', (c) => answerMcp(c.req.raw, context))
  app.all('/mcp', (c) => c.body(null, 405, { Allow: 'POST' }))
  return app
}
