// Decides who may open the reader: by token, by proxy header, or from this machine alone.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Config, WebConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { clientAddresses } from './client-address.ts'
import { basePath, pathWithin } from './mount.ts'

/** What opens the reader (a token, or the header in which a reverse proxy names the user), and its addresses. */
export type AccessSettings = Pick<WebConfig, 'host' | 'token' | 'userHeader' | 'trustedProxies'> &
  Pick<Config, 'publicUrl'>

export const SESSION_COOKIE = 'readback'

const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i

/** Throws a UserError where the host is not loopback and neither a token nor a user header is set. */
export function refuseOpenAccess({ host, token, userHeader }: AccessSettings): void {
  if (LOOPBACK_HOST.test(host) || token || userHeader) return
  throw new UserError(
    `READBACK_HOST=${host} would open the reader to everyone who reaches this machine. Set READBACK_TOKEN to a secret, or READBACK_USER_HEADER to the header in which your reverse proxy names the user; or leave READBACK_HOST empty to stay on this machine.`,
  )
}

/**
 * Returns middleware that admits requests with the token (as a bearer, or by the session cookie) or with the proxy's
 * user header. Without either setting the reader is on loopback: then the Host header must name this machine, which
 * prevents DNS rebinding by other web pages.
 */
export function requireAccess(door: AccessSettings): MiddlewareHandler {
  const user = namedUser(door)
  return async function letIn(c, next) {
    if (door.token === null && door.userHeader === null) {
      if (!isOwnName(c.req.header('host') ?? '', door))
        return c.text('This is not the host you asked for.', 421)
      return next()
    }
    if (user(c) || holdsToken(c, door.token)) return next()
    return refuse(c, door)
  }
}

/** Returns middleware that refuses writing requests with a foreign Origin header: protection against request forgery. */
export function sameOriginOnly({ publicUrl }: AccessSettings): MiddlewareHandler {
  return async function ownPages(c, next) {
    const origin = c.req.header('origin')
    const own = [new URL(c.req.url).host, c.req.header('host'), publicUrl && new URL(publicUrl).host]
    if (['GET', 'HEAD'].includes(c.req.method) || origin === undefined || own.includes(hostOf(origin)))
      return next()
    return c.json({ error: 'Ask from a page of this reader, or from no page at all.' }, 403)
  }
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

/** Returns the function that finds the client for the rate limit: the user that a proxy names, or else the address. */
export function clientNames(door: AccessSettings): (c: Context) => string {
  const user = namedUser(door)
  const client = clientAddresses(door.trustedProxies)
  return (c) => user(c) || client(c).address
}

/** Returns the function that finds the user whom a trusted proxy names; the word of anybody else does not count. */
function namedUser({ userHeader, trustedProxies }: AccessSettings): (c: Context) => string | null {
  const client = clientAddresses(trustedProxies)
  return (c) => (userHeader && client(c).viaTrustedProxy && c.req.header(userHeader)?.trim()) || null
}

/** Returns the value of the session cookie: an HMAC under the token, so that the cookie does not hold the token. */
export const sessionProof = (token: string) =>
  createHmac('sha256', token).update('readback session').digest('base64url')

/** Compares two secrets in constant time. */
export const isSameSecret = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))

const digest = (secret: string) => createHash('sha256').update(secret).digest()

function holdsToken(c: Context, token: string | null): boolean {
  if (token === null) return false
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  return (
    (bearer !== undefined && isSameSecret(bearer, token)) ||
    isSameSecret(getCookie(c, SESSION_COOKIE) ?? '', sessionProof(token))
  )
}

/** Redirects a browser to the sign-in page; answers 401 to a program. */
function refuse(c: Context, { token, publicUrl }: AccessSettings): Response {
  const browses = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html')
  const { pathname, search } = new URL(c.req.url)
  const next = pathWithin(basePath(publicUrl), pathname) + search
  if (browses && token) return c.redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  c.header('WWW-Authenticate', 'Bearer realm="Readback"')
  return c.json(
    { error: 'Readback is not open to everyone: send the token as “Authorization: Bearer …”.' },
    401,
  )
}

function isOwnName(host: string, { publicUrl }: AccessSettings): boolean {
  const name = host.replace(/:\d+$/, '')
  return LOOPBACK_HOST.test(name) || (publicUrl !== null && new URL(publicUrl).host === host)
}
