// Assembles the reader: public routes first, then those behind the access check.
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { api } from '../api/api.ts'
import { answerMcp } from '../mcp/serve.ts'
import { measureCommands } from '../metrics/measured.ts'
import { requireAccess, sameOriginOnly } from './access.ts'
import { assets } from './assets.ts'
import { clientAddresses } from './client-address.ts'
import { decisionPages } from './decisions-page.ts'
import { failurePage, notFoundPage } from './failure-pages.ts'
import { healthRoutes } from './health.ts'
import { bearerOf, identifier, TOKEN_HOLDER } from './identity.ts'
import { metricsRoute } from './metrics-route.ts'
import { basePath, prefixPaths, routedPath } from './mount.ts'
import { readerPages } from './page-routes.ts'
import { countFailedSignIns, limitRate } from './rate-limit.ts'
import type { ReaderContext } from './reader-context.ts'
import { logRequests } from './request-log.ts'
import { noStore, securityHeaders } from './security-headers.ts'
import { type SessionCookies, sessionCookies } from './session-cookie.ts'
import { signIn } from './sign-in.ts'
import { signInByOidc } from './sign-in-oidc.ts'
import { suggestionRoutes } from './suggestion-lists.ts'
import { youPages } from './you-page.ts'

/** Bytes of a request body at most: more than the longest draft in any script, encoded as a form. */
const MAX_FORM_BYTES = 600_000

/** Returns the reader. Routes before `requireAccess` are public: health, assets, the adapters’ own routes, sign-in. */
export function createReader(context: ReaderContext): Hono {
  const { newsroom, web, log, routes, metrics } = context
  const pages = { ...context, commands: measureCommands(context.commands, 'web', metrics) }
  const programs = { ...context, commands: measureCommands(context.commands, 'api', metrics) }
  const assistants = { ...context, commands: measureCommands(context.commands, 'mcp', metrics) }
  const failedSignIns = countFailedSignIns()
  const cookies = sessionCookies(context, failedSignIns)
  const base = basePath(web.publicUrl)
  const app = new Hono({ getPath: routedPath(base) })
  app.use(logRequests(log, metrics), securityHeaders, noStore, prefixPaths(base))
  app.onError((failure, c) => failurePage(failure, c, log))
  app.notFound(notFoundPage)

  app.route('/', healthRoutes(newsroom))
  app.route('/', assets)
  for (const { path, answer } of routes) app.all(path, (c) => answer(c.req.raw))
  app.use(identify(context, cookies))
  app.use(limitRate(web.requestsPerMinute, clientNames(web)))
  app.use(bodyLimit({ maxSize: MAX_FORM_BYTES }), sameOriginOnly(web))
  app.route('/', signIn(context, cookies, failedSignIns))
  app.route('/', signInByOidc(context, cookies))
  app.use(requireAccess(web))
  app.route('/', youPages(context))
  app.route('/', decisionPages(context))
  app.route('/', readerPages(pages))
  app.route('/', suggestionRoutes(newsroom))
  app.route('/', api({ ...programs, publicUrl: web.publicUrl }))
  app.route('/', metricsRoute(newsroom, metrics))
  app.post('/mcp', (c) => answerMcp(c.req.raw, assistants))
  app.all('/mcp', (c) => c.body(null, 405, { Allow: 'POST' }))
  return app
}

/** Returns the function that names clients for the rate limit: a person by name, anybody else by address. */
function clientNames({ trustedProxies }: ReaderContext['web']): (c: Context) => string {
  const client = clientAddresses(trustedProxies)
  return (c) => {
    const name = c.get('identity')?.person.name ?? TOKEN_HOLDER
    return name === TOKEN_HOLDER ? `address ${client(c).address}` : `person ${name}`
  }
}

/** Returns middleware that finds out who makes a request, and keeps account of wrong tokens. */
function identify({ newsroom, web }: ReaderContext, cookies: SessionCookies): MiddlewareHandler {
  const identityOf = identifier(web, newsroom.people.sessions)
  return async function identify(c, next) {
    const identity = identityOf(c)
    if (identity === null && bearerOf(c) !== null) cookies.failed(c, 'a wrong token')
    c.set('identity', identity)
    return next()
  }
}
