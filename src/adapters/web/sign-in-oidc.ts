// Serves signing in at the OpenID provider: on the way there, and on the way back.
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { UserError } from '../../errors.ts'
import { failureResponse } from './failure-pages.ts'
import { OIDC_WAY } from './identity.ts'
import { localPath } from './local-path.ts'
import { oidcProvider, SignInAttempt } from './oidc.ts'
import type { ReaderContext } from './reader-context.ts'
import { cookieOptions, type SessionCookies } from './session-cookie.ts'

/** Where the OpenID provider sends people back to. */
export const OIDC_BACK_PATH = '/sign-in/oidc/back'

const ATTEMPT_COOKIE = 'readback-sign-in'
/** How long somebody may take at the provider. */
const ATTEMPT_SECONDS = 600

/** Returns the routes; none where there is no provider. */
export function signInByOidc({ web, log }: ReaderContext, cookies: SessionCookies): Hono {
  const app = new Hono()
  if (!web.oidc) return app
  const provider = oidcProvider(web.oidc, web.publicUrl + OIDC_BACK_PATH)
  const cookie = cookieOptions(web.publicUrl)

  app.get('/sign-in/oidc', async (c) => {
    try {
      const { address, attempt } = await provider.begin(localPath(c.req.query('next')))
      setCookie(c, ATTEMPT_COOKIE, JSON.stringify(attempt), { ...cookie, maxAge: ATTEMPT_SECONDS })
      return c.redirect(address)
    } catch (err) {
      log.error({ err }, 'the sign-in provider cannot be asked')
      return failureResponse(c, 'The sign-in provider cannot be reached. Try again in a minute.', 502)
    }
  })
  app.get(OIDC_BACK_PATH, async (c) => {
    const attempt = SignInAttempt.safeParse(jsonOf(getCookie(c, ATTEMPT_COOKIE)))
    deleteCookie(c, ATTEMPT_COOKIE, cookie)
    if (!attempt.success)
      return failureResponse(c, 'This sign-in was begun elsewhere, or too long ago. Sign in again.', 400)
    try {
      cookies.start(c, await provider.finish(new URL(c.req.url).search, attempt.data), OIDC_WAY)
      return c.redirect(localPath(attempt.data.next), 303)
    } catch (failure) {
      cookies.failed(c, failure instanceof Error ? failure.message : 'unknown')
      const known = failure instanceof UserError
      return failureResponse(c, known ? failure.message : 'The sign-in did not succeed. Sign in again.', 403)
    }
  })
  return app
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
