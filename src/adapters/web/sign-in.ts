// Serves signing in by token, the page that offers all ways to sign in, and signing out.
import { Hono } from 'hono'
import { html } from 'hono/html'
import { clientAddresses } from './client-address.ts'
import { isSameSecret, TOKEN_HOLDER, tokenWay } from './identity.ts'
import { localPath } from './local-path.ts'
import { renderPage } from './page-layout.ts'
import type { FailedSignIns } from './rate-limit.ts'
import type { ReaderContext } from './reader-context.ts'
import type { SessionCookies } from './session-cookie.ts'

/** Returns the routes; 404 where people do not sign in. */
export function signIn({ web }: ReaderContext, cookies: SessionCookies, failedSignIns: FailedSignIns): Hono {
  const { token, oidc } = web
  const client = clientAddresses(web.trustedProxies)
  const app = new Hono()
  app.get('/sign-in', (c) =>
    token || oidc
      ? c.html(signInPage(localPath(c.req.query('next')), { token, oidc, wrong: false }))
      : c.notFound(),
  )
  app.post('/sign-in', async (c) => {
    if (!token) return c.notFound()
    const refusal = await failedSignIns.refusal(c, client(c).address)
    if (refusal) return refusal
    const { token: given, next } = await c.req.parseBody()
    if (typeof given !== 'string' || !isSameSecret(given.trim(), token)) {
      cookies.failed(c, 'a wrong token')
      return c.html(signInPage(localPath(next), { token, oidc, wrong: true }), 401)
    }
    cookies.start(c, { name: TOKEN_HOLDER, groups: [] }, tokenWay(token))
    return c.redirect(localPath(next), 303)
  })
  app.post('/sign-out', (c) => {
    cookies.end(c)
    return c.redirect(token || oidc ? '/sign-in' : '/', 303)
  })
  return app
}

type Ways = { token: string | null; oidc: { issuer: string } | null; wrong: boolean }

const signInPage = (next: string, { token, oidc, wrong }: Ways) =>
  renderPage({
    title: 'Sign in',
    body: html`<h1>Sign in</h1>
${oidc && html`<p class="sign-in"><a href="/sign-in/oidc?${new URLSearchParams({ next })}">Sign in at ${new URL(oidc.issuer).host}</a></p>`}
${token && tokenForm(next, wrong)}`,
  })

const tokenForm = (
  next: string,
  wrong: boolean,
) => html`<form class="sign-in" method="post" action="/sign-in">
<p>This reader belongs to a newsroom. Its operator has the token.</p>
${wrong && html`<p class="note warning" role="alert">That is not the token.</p>`}
<input type="hidden" name="next" value="${next}">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
<button>Sign in</button>
</form>`
