// Lets in who may open the reader, and nobody else.
import type { Context, MiddlewareHandler } from 'hono'
import { UserError } from '../../errors.ts'
import { includesRole, type Role } from '../../people/roles.ts'
import { failureResponse } from './failure-pages.ts'
import { type AccessSettings, bearerOf, isThisMachineOnly } from './identity.ts'
import { basePath, pathWithin } from './mount.ts'

const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i

/** Throws a UserError where the host is not loopback and nothing is set that people are let in by. */
export function refuseOpenAccess(door: AccessSettings): void {
  if (LOOPBACK_HOST.test(door.host) || !isThisMachineOnly(door)) return
  throw new UserError(
    `READBACK_HOST=${door.host} would open the reader to everyone who reaches this machine. Set READBACK_TOKEN to a secret, READBACK_OIDC_ISSUER to your OpenID provider, or READBACK_USER_HEADER to the header in which your reverse proxy names the user; or leave READBACK_HOST empty to stay on this machine.`,
  )
}

/**
 * Returns middleware that lets readers in. Where nothing is set that people are let in by, the reader is on loopback:
 * then the Host header must name this machine, which prevents DNS rebinding by other web pages.
 */
export function requireAccess(door: AccessSettings): MiddlewareHandler {
  return async function letIn(c, next) {
    if (isThisMachineOnly(door) && !isOwnName(c.req.header('host') ?? '', door))
      return c.text('This is not the host you asked for.', 421)
    const identity = c.get('identity')
    if (!identity) return refuse(c, door)
    if (identity.role) return next()
    return failureResponse(
      c,
      `You are signed in as ${identity.person.name}, who may not open this reader. Its operator can let you in.`,
      403,
    )
  }
}

/** Returns middleware that lets through who has a role, or one above it; others are told which it takes. */
export function requireRole(needed: Role): MiddlewareHandler {
  return async function requireRole(c, next) {
    const role = c.get('identity')?.role
    if (role && includesRole(role, needed)) return next()
    return failureResponse(c, `That takes the role of ${needed}. The operator gives it.`, 403)
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

/** Redirects a browser to the sign-in page; answers 401 to a program. */
function refuse(c: Context, { token, oidc, publicUrl }: AccessSettings): Response {
  const browses = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html')
  const { pathname, search } = new URL(c.req.url)
  const next = pathWithin(basePath(publicUrl), pathname) + search
  if (browses && (token || oidc) && bearerOf(c) === null)
    return c.redirect(`/sign-in?next=${encodeURIComponent(next)}`)
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
