// Serves the sign-in page, where a browser exchanges the token for a session cookie.
import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { type AccessSettings, isSameSecret, SESSION_COOKIE, sessionProof } from './access.ts'
import { basePath } from './mount.ts'
import { renderPage } from './page-layout.ts'

const SESSION_SECONDS = 7 * 24 * 60 * 60

/** Returns the sign-in routes. A session lasts a week; without a token in the settings they answer 404. */
export function signIn({ token, publicUrl }: AccessSettings): Hono {
  const app = new Hono()
  app.get('/sign-in', (c) =>
    token ? c.html(signInForm(localPath(c.req.query('next')), false)) : c.notFound(),
  )
  app.post('/sign-in', async (c) => {
    if (!token) return c.notFound()
    const { token: given, next } = await c.req.parseBody()
    if (typeof given !== 'string' || !isSameSecret(given.trim(), token))
      return c.html(signInForm(localPath(next), true), 401)
    setSessionCookie(c, token, publicUrl)
    return c.redirect(localPath(next), 303)
  })
  return app
}

function setSessionCookie(c: Context, token: string, publicUrl: string | null): void {
  setCookie(c, SESSION_COOKIE, sessionProof(token), {
    httpOnly: true,
    sameSite: 'Lax',
    path: basePath(publicUrl) || '/',
    maxAge: SESSION_SECONDS,
    secure: publicUrl?.startsWith('https:') ?? false,
  })
}

/** Returns a path of this reader, `/` for any other address: prevents open redirects. */
function localPath(given: unknown): string {
  const here = new URL('http://reader.invalid')
  const url = typeof given === 'string' && URL.canParse(given, here.href) ? new URL(given, here) : here
  return url.origin === here.origin ? url.pathname.replace(/^\/+/, '/') + url.search : '/'
}

const signInForm = (next: string, wrong: boolean) =>
  renderPage({
    title: 'Sign in',
    body: html`<form class="sign-in" method="post" action="/sign-in">
<h1>Sign in</h1>
<p>This reader belongs to a newsroom. Its operator has the token.</p>
${wrong && html`<p class="note warning" role="alert">That is not the token.</p>`}
<input type="hidden" name="next" value="${next}">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
<button>Sign in</button>
</form>`,
  })
