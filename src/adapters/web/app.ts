import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { api } from '../api/api.ts'
import { answerMcp } from '../mcp/serve.ts'
import { clientOf, letIn, ownPages } from './access.ts'
import { assets } from './assets.ts'
import { failed, missing } from './failure-pages.ts'
import { health } from './health.ts'
import { limitRate } from './rate-limit.ts'
import type { Setting } from './reader-context.ts'
import { requests } from './request-log.ts'
import { pages } from './routes.ts'
import { headers, uncached } from './security-headers.ts'
import { signIn } from './sign-in.ts'
import { names } from './suggestion-lists.ts'

/** More than the longest draft in any script, encoded as a form. */
const MOST_BYTES = 600_000

/** The reader: what anyone may fetch first, then what only those who are let in may. */
export function createReader(setting: Setting): Hono {
  const { newsroom, commands, web, log, routes } = setting
  const app = new Hono()
  app.use(requests(log), headers, uncached)
  app.onError((failure, c) => failed(failure, c, log))
  app.notFound(missing)

  app.route('/', health(newsroom))
  app.route('/', assets)
  for (const { path, answer } of routes) app.all(path, (c) => answer(c.req.raw))
  app.use(limitRate({ perMinute: web.requestsPerMinute, client: (c) => clientOf(c, web) }))
  app.use(bodyLimit({ maxSize: MOST_BYTES }), ownPages(web))
  app.route('/', signIn(web))
  app.use(letIn(web))
  app.route('/', pages(setting))
  app.route('/', names(newsroom))
  app.route('/', api({ newsroom, commands, publicUrl: web.publicUrl }))
  app.post('/mcp', (c) => answerMcp(c.req.raw, setting))
  app.all('/mcp', (c) => c.body(null, 405, { Allow: 'POST' }))
  return app
}
