import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { type Door, isSame, proofOf, SESSION } from './access.ts'
import { page } from './page-layout.ts'

const WEEK = 7 * 24 * 60 * 60

/** The page where a browser gives the token once, and is let in for a week. */
export function signIn({ token, publicUrl }: Door): Hono {
  const app = new Hono()
  app.get('/sign-in', (c) => (token ? c.html(form(localPath(c.req.query('next')), false)) : c.notFound()))
  app.post('/sign-in', async (c) => {
    if (!token) return c.notFound()
    const { token: given, next } = await c.req.parseBody()
    if (typeof given !== 'string' || !isSame(given.trim(), token))
      return c.html(form(localPath(next), true), 401)
    remember(c, token, publicUrl?.startsWith('https:') ?? false)
    return c.redirect(localPath(next), 303)
  })
  return app
}

function remember(c: Context, token: string, secure: boolean): void {
  setCookie(c, SESSION, proofOf(token), { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: WEEK, secure })
}

/** A path of this reader, whatever was given: nobody is sent elsewhere by a link to here. */
function localPath(given: unknown): string {
  const here = new URL('http://reader.invalid')
  const url = typeof given === 'string' && URL.canParse(given, here.href) ? new URL(given, here) : here
  return url.origin === here.origin ? url.pathname.replace(/^\/+/, '/') + url.search : '/'
}

const form = (next: string, wrong: boolean) =>
  page({
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
