import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Config, WebConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'

/** What opens the reader: a secret, or the header in which a reverse proxy names the user; and where it is. */
export type Door = Pick<WebConfig, 'host' | 'token' | 'userHeader'> & Pick<Config, 'publicUrl'>

export const SESSION = 'readback'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i

/** Throws a UserError where the reader would be open to everyone who reaches this machine. */
export function refuseOpenDoor({ host, token, userHeader }: Door): void {
  if (LOOPBACK.test(host) || token || userHeader) return
  throw new UserError(
    `READBACK_HOST=${host} would open the reader to everyone who reaches this machine. Set READBACK_TOKEN to a secret, or READBACK_USER_HEADER to the header in which your reverse proxy names the user; or leave READBACK_HOST empty to stay on this machine.`,
  )
}

/**
 * Lets in who holds the token (as a bearer, or signed in with it) or comes through the proxy. Without keys the
 * reader is on loopback: there the name asked for must be this machine's, so that no web page elsewhere can have a
 * name of its own resolve to it and read along.
 */
export function letIn(door: Door): MiddlewareHandler {
  const named = (c: Context) => door.userHeader !== null && Boolean(c.req.header(door.userHeader)?.trim())
  return async function letIn(c, next) {
    if (door.token === null && door.userHeader === null) {
      if (!isOwnName(c.req.header('host') ?? '', door))
        return c.text('This is not the host you asked for.', 421)
      return next()
    }
    if (named(c) || holdsToken(c, door.token)) return next()
    return refuse(c, door)
  }
}

/** Takes what a page sends from this reader's own pages alone: no other site asks here in a visitor's name. */
export function ownPages({ publicUrl }: Door): MiddlewareHandler {
  return async function ownPages(c, next) {
    const origin = c.req.header('origin')
    const own = [new URL(c.req.url).host, c.req.header('host'), publicUrl && new URL(publicUrl).host]
    if (['GET', 'HEAD'].includes(c.req.method) || origin === undefined || own.includes(hostOf(origin)))
      return next()
    return c.json({ error: 'Ask from a page of this reader, or from no page at all.' }, 403)
  }
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

/** Who asks, as far as a limit cares: the user whom the proxy names, or the address that the request came from. */
export function clientOf(c: Context, { userHeader }: Door): string {
  const user = userHeader && c.req.header(userHeader)
  return user || (c.env?.incoming?.socket?.remoteAddress ?? 'unknown')
}

/** What a signed-in browser keeps: a proof that it once had the token, and not the token itself. */
export const proofOf = (token: string) =>
  createHmac('sha256', token).update('readback session').digest('base64url')

/** Compares two secrets in a time that tells nothing of where they differ. */
export const isSame = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))

const digest = (secret: string) => createHash('sha256').update(secret).digest()

function holdsToken(c: Context, token: string | null): boolean {
  if (token === null) return false
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  return (
    (bearer !== undefined && isSame(bearer, token)) || isSame(getCookie(c, SESSION) ?? '', proofOf(token))
  )
}

/** A person is shown where to sign in; a program is told what is missing. */
function refuse(c: Context, { token }: Door): Response {
  const browses = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html')
  const { pathname, search } = new URL(c.req.url)
  if (browses && token) return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
  c.header('WWW-Authenticate', 'Bearer realm="Readback"')
  return c.json(
    { error: 'Readback is not open to everyone: send the token as “Authorization: Bearer …”.' },
    401,
  )
}

function isOwnName(host: string, { publicUrl }: Door): boolean {
  const name = host.replace(/:\d+$/, '')
  return LOOPBACK.test(name) || (publicUrl !== null && new URL(publicUrl).host === host)
}
