// Finds the address that a request comes from, behind the proxies that are trusted.
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import proxyAddr from 'proxy-addr'

/** Whom a request comes from: the client's address, and whether a trusted proxy passed it on. */
export type ClientAddress = { address: string; viaTrustedProxy: boolean }

/** Returns the function that reads both of a request; `trusted` are proxies as proxy-addr names them. */
export function clientAddresses(trusted: string[]): (c: Context) => ClientAddress {
  const isTrusted = proxyAddr.compile(trusted)
  return (c) => {
    const request: IncomingMessage | undefined = c.env?.incoming
    const peer = request?.socket.remoteAddress
    if (!request || !peer) return { address: 'unknown', viaTrustedProxy: false }
    return { address: proxyAddr(request, isTrusted), viaTrustedProxy: isTrusted(peer, 0) }
  }
}
