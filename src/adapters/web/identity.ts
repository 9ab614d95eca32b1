// Finds out who makes a request: by the proxy's header, a session, the token, or because it comes from this machine.
import { createHash, timingSafeEqual } from 'node:crypto'
import { userInfo } from 'node:os'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Config, WebConfig } from '../../config.ts'
import { type Person, type Role, roleOf } from '../../people/roles.ts'
import type { Sessions } from '../../people/sessions.ts'
import { clientAddresses } from './client-address.ts'

/** What lets people in, and the addresses of the reader. */
export type AccessSettings = Pick<
  WebConfig,
  'host' | 'token' | 'userHeader' | 'trustedProxies' | 'oidc' | 'roles'
> &
  Pick<Config, 'publicUrl'>

/** Who makes a request, and as what: a person without a role may not open the reader. */
export type Identity = { person: Person; role: Role | null }

declare module 'hono' {
  interface ContextVariableMap {
    /** Null: nobody who is known. */
    identity: Identity | null
  }
}

export const SESSION_COOKIE = 'readback'

/** How those are called who have the token, which names nobody. */
export const TOKEN_HOLDER = 'token'

/** Whether the settings let nobody in but this machine. */
export const isThisMachineOnly = ({ token, userHeader, oidc }: AccessSettings) =>
  token === null && userHeader === null && oidc === null

/** Returns the function that identifies. Whoever has the token is a reader; whoever is at this machine its operator. */
export function identifier(door: AccessSettings, sessions: Sessions): (c: Context) => Identity | null {
  const client = clientAddresses(door.trustedProxies)
  const named = (name: string): Identity => listed({ name, groups: [] })
  const listed = (person: Person): Identity => ({ person, role: roleOf(person, door.roles) })
  const asTokenHolder: Identity = { person: { name: TOKEN_HOLDER, groups: [] }, role: 'reader' }

  return (c) => {
    if (isThisMachineOnly(door))
      return { person: { name: userInfo().username, groups: [] }, role: 'operator' }
    const user = door.userHeader && client(c).viaTrustedProxy && c.req.header(door.userHeader)?.trim()
    if (user) return named(user)
    const bearer = bearerOf(c)
    if (door.token !== null && bearer !== null && isSameSecret(bearer, door.token)) return asTokenHolder
    const session = sessions.find(getCookie(c, SESSION_COOKIE) ?? '')
    if (!session) return null
    if (session.way === OIDC_WAY) return door.oidc && listed(session)
    return door.token !== null && session.way === tokenWay(door.token) ? asTokenHolder : null
  }
}

/** The way of sessions that began at the OpenID provider. */
export const OIDC_WAY = 'oidc'

/** Returns the way of sessions that began with a token: with another token, they count no more. */
export const tokenWay = (token: string) =>
  `token ${createHash('sha256').update(token).digest('hex').slice(0, 16)}`

/** Returns the token that a request bears in its Authorization header; null where it bears none. */
export const bearerOf = (c: Context): string | null =>
  /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null

/** Compares two secrets in constant time. */
export const isSameSecret = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))

const digest = (secret: string) => createHash('sha256').update(secret).digest()
