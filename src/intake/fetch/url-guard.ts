// Refuses addresses that must not be fetched: internal hosts, unusual ports and schemes.
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import ipaddr from 'ipaddr.js'
import { Refusal } from '../../errors.ts'

/**
 * The internal hosts that may be fetched from: `inside` in `sources.yaml`. Example: `cms.bell.lan`, or
 * `cms.bell.lan:8080` for that port only.
 */
export type InsideHosts = readonly string[]

/** The default port of each scheme that is fetched. */
const DEFAULT_PORTS = new Map([
  ['http:', '80'],
  ['https:', '443'],
])

/**
 * The range of IPv6 that is assigned to public hosts: https://www.iana.org/assignments/ipv6-address-space/
 */
const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3')

const LOCALHOST = /(?:^|\.)localhost\.?$/u

/** Returns whether an IP address is public. Every range that is reserved for another purpose is not. */
export function isPublic(address: string): boolean {
  const ip = ipaddr.process(address)
  if (ip.range() !== 'unicast') return false
  return ip.kind() === 'ipv4' || ip.match(PUBLIC_IPV6)
}

/**
 * Returns the address to fetch, without its fragment. It must be http or https, without a user name or a
 * password. Its host must be public, in any spelling, and its port the default one of the scheme, unless
 * `inside` names the host with that port. Throws a Refusal with the reason for every other address.
 */
export function checkAddress(address: string, inside: InsideHosts): URL {
  const url = URL.parse(address)
  const refuse = (reason: string) => new Refusal(withoutCredentials(address), 'address', reason)
  if (!url) throw refuse('is no address')
  url.hash = ''
  const defaultPort = DEFAULT_PORTS.get(url.protocol)
  if (!defaultPort) throw refuse('is neither http nor https')
  if (url.username || url.password) throw refuse('has a name or a password in it')
  const allowed = inside.includes(url.host) || (!url.port && inside.includes(url.hostname))
  if (allowed) return url
  if (isInside(url, inside))
    throw refuse(`${url.host} is on the inside, and not on a port that may be fetched from`)
  if (url.port && url.port !== defaultPort)
    throw refuse(`has port ${url.port}; only the usual one is fetched from`)
  if (LOCALHOST.test(url.hostname)) throw refuse(`${url.hostname} is this machine`)
  const literal = url.hostname.replace(/^\[|\]$/gu, '')
  if (ipaddr.isValid(literal) && !isPublic(literal)) throw refuse(`${literal} is no public address`)
  return url
}

const withoutPort = (host: string) => host.replace(/:\d+$/u, '')

/** Returns whether an address is of a host that `inside` names, on any port. */
export const isInside = (url: URL, inside: InsideHosts): boolean =>
  inside.map(withoutPort).includes(url.hostname)

/** Returns an address that is safe to show: at most 300 characters, without a user name and a password. */
const withoutCredentials = (address: string) => address.slice(0, 300).replace(/\/\/[^/@]*@/u, '//…@')

type LookUpCallback = (error: Error | null, addresses?: LookupAddress[]) => void

/** Resolves a host name to all of its IP addresses, as `dns.lookup` does with `all`. */
export type LookUp = (name: string, options: LookupOptions & { all: true }, found: LookUpCallback) => void

/**
 * Returns a `lookup` for connections that refuses a host name when one of its IP addresses is not public. The
 * check runs when the connection is made, so that a host name cannot point elsewhere after the check. Names
 * in `inside` are not checked.
 */
export function guardedLookup(inside: InsideHosts, lookUp: LookUp = lookup) {
  const trusted = new Set(inside.map(withoutPort))
  return (name: string, options: LookupOptions, found: LookUpCallback): void => {
    lookUp(name, { ...options, all: true }, (error, addresses) => {
      const hidden = trusted.has(name) ? undefined : addresses?.find(({ address }) => !isPublic(address))
      const refusal =
        hidden && new Refusal(name, 'address', `leads to ${hidden.address}, which is not public`)
      found(error ?? refusal ?? null, addresses ?? [])
    })
  }
}
