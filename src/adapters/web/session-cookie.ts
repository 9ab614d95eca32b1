// Starts and ends the session of a browser, and keeps account of sign-ins that fail.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Person } from '../../people/roles.ts'
import { SESSION_SECONDS } from '../../people/sessions.ts'
import { clientAddresses } from './client-address.ts'
import { SESSION_COOKIE } from './identity.ts'
import { basePath } from './mount.ts'
import type { FailedSignIns } from './rate-limit.ts'
import type { ReaderContext } from './reader-context.ts'

/** What a browser is told of every cookie of ours. */
export const cookieOptions = (publicUrl: string | null) =>
  ({
    httpOnly: true,
    sameSite: 'Lax',
    path: basePath(publicUrl) || '/',
    secure: publicUrl?.startsWith('https:') ?? false,
  }) as const

export type SessionCookies = {
  /** Starts a session: its secret goes into the browser's cookie. */
  start(c: Context, person: Person, way: string): void
  /** Ends the session, and takes the cookie back. */
  end(c: Context): void
  /** Logs and counts a sign-in that failed, with the address, never with what was typed. */
  failed(c: Context, why: string): void
}

export function sessionCookies(
  { newsroom, web, log, metrics }: Pick<ReaderContext, 'newsroom' | 'web' | 'log' | 'metrics'>,
  failedSignIns: FailedSignIns,
): SessionCookies {
  const { sessions } = newsroom.people
  const client = clientAddresses(web.trustedProxies)
  const cookie = cookieOptions(web.publicUrl)
  return {
    start(c, person, way) {
      setCookie(c, SESSION_COOKIE, sessions.start(person, way), { ...cookie, maxAge: SESSION_SECONDS })
      log.info({ person: person.name, address: client(c).address }, 'signed in')
    },
    end(c) {
      sessions.end(getCookie(c, SESSION_COOKIE) ?? '')
      deleteCookie(c, SESSION_COOKIE, cookie)
    },
    failed(c, why) {
      const { address } = client(c)
      failedSignIns.count(address)
      metrics.failedSignIn()
      log.warn({ address, why }, 'a sign-in failed')
    },
  }
}
