import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import ipaddr from 'ipaddr.js'
import { Refusal } from '../../errors.ts'

/** The hosts on the inside that may be fetched from, as `cms.bell.lan` or, on a port of its own, `cms.bell.lan:8080`. */
export type Inside = readonly string[]

const PORTS = new Map([
  ['http:', '80'],
  ['https:', '443'],
])

/** What of IPv6 is given out to the public: https://www.iana.org/assignments/ipv6-address-space/ */
const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3')

const LOCAL = /(?:^|\.)localhost\.?$/u

/** Whether an IP address is one of the open internet; every range that is set aside for anything else is not. */
export function isPublic(address: string): boolean {
  const ip = ipaddr.process(address)
  if (ip.range() !== 'unicast') return false
  return ip.kind() === 'ipv4' || ip.match(PUBLIC_IPV6)
}

/**
 * An address to fetch, checked before anything is sent: http or https, no name or password, a usual port, and no
 * host on the inside in whatever spelling, unless it is one of those that may be. Refuses the others, by reason.
 */
export function checkAddress(address: string, inside: Inside): URL {
  const url = URL.parse(address)
  const refuse = (reason: string) => new Refusal(shown(address), 'address', reason)
  if (!url) throw refuse('is no address')
  url.hash = ''
  const usual = PORTS.get(url.protocol)
  if (!usual) throw refuse('is neither http nor https')
  if (url.username || url.password) throw refuse('has a name or a password in it')
  const allowed = inside.includes(url.host) || (!url.port && inside.includes(url.hostname))
  if (allowed) return url
  if (isInside(url, inside))
    throw refuse(`${url.host} is on the inside, and not on a port that may be fetched from`)
  if (url.port && url.port !== usual) throw refuse(`has port ${url.port}; only the usual one is fetched from`)
  if (LOCAL.test(url.hostname)) throw refuse(`${url.hostname} is this machine`)
  const literal = url.hostname.replace(/^\[|\]$/gu, '')
  if (ipaddr.isValid(literal) && !isPublic(literal)) throw refuse(`${literal} is no public address`)
  return url
}

const withoutPort = (host: string) => host.replace(/:\d+$/u, '')

/** Whether an address names a host on the inside that may be fetched from, on whatever port. */
export const isInside = (url: URL, inside: Inside): boolean => inside.map(withoutPort).includes(url.hostname)

/** An address as it is safe to show: without what might be a password. */
const shown = (address: string) => address.slice(0, 300).replace(/\/\/[^/@]*@/u, '//…@')

type Found = (error: Error | null, addresses?: LookupAddress[]) => void

/** Finds every address of a name, as `dns.lookup` does with `all`. */
export type LookUp = (name: string, options: LookupOptions & { all: true }, found: Found) => void

/**
 * Looks names up, and leaves out no address: where one of them is on the inside, the name is refused. It is asked at
 * the moment of connecting, so that a name cannot point elsewhere after it was checked.
 */
export function guardedLookup(inside: Inside, lookUp: LookUp = lookup) {
  const trusted = new Set(inside.map(withoutPort))
  return (name: string, options: LookupOptions, found: Found): void => {
    lookUp(name, { ...options, all: true }, (error, addresses) => {
      const hidden = trusted.has(name) ? undefined : addresses?.find(({ address }) => !isPublic(address))
      const refusal =
        hidden && new Refusal(name, 'address', `leads to ${hidden.address}, which is not public`)
      found(error ?? refusal ?? null, addresses ?? [])
    })
  }
}
