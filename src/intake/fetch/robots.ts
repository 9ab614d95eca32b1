// Reads the robots.txt of sites and obeys its rules and its crawl delay.

import { setTimeout } from 'node:timers/promises'
import robotsParser from 'robots-parser'
import { DAY_MS } from '../../durations.ts'
import { FetchError } from './fetch-error.ts'
import type { Fetcher } from './fetch-url.ts'

/** The name of this program in a robots.txt. */
export const ROBOTS_AGENT = 'Readback'

/** A robots.txt is kept for a day, as RFC 9309 (section 2.4) asks. */
const ROBOTS_TTL_MS = DAY_MS

/** The longest `Crawl-delay` that is obeyed, in seconds; a longer one is shortened to it. */
const MAX_CRAWL_DELAY_SECONDS = 60

/** The rules of sites for robots. */
export type Robots = {
  /** Returns whether the site’s robots.txt lets this program fetch an address. */
  allows(url: string): Promise<boolean>
  /** Waits until the `Crawl-delay` after the last fetch from this site has passed. */
  pause(url: string): Promise<void>
}

/** robots-parser is CommonJS, but its types declare an ES module. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default
type Sleep = (milliseconds: number) => Promise<unknown>
type Rules = ReturnType<typeof parseRobots>

/**
 * Returns the rules of sites; the robots.txt of each is fetched once a day. As RFC 9309 (section 2.3.1) has
 * it, a site without a robots.txt (4xx, except 429) allows everything, and a site that cannot answer (5xx,
 * 429, unreachable) allows nothing.
 */
export function openRobots(fetcher: Fetcher, now: () => Date, sleep: Sleep = setTimeout): Robots {
  const sites = new Map<string, { rules: Promise<Rules>; at: number }>()
  const nextFetchAt = new Map<string, number>()

  async function fetchRules(site: string): Promise<Rules> {
    const url = `${site}/robots.txt`
    const text = await fetcher.fetch(url, { contentTypes: /^text\//u }).then(
      (document) => document?.text ?? '',
      (error) => (isClientError(error) ? '' : 'User-agent: *\nDisallow: /'),
    )
    return parseRobots(url, text)
  }

  function rulesFor(url: string): Promise<Rules> {
    const site = new URL(url).origin
    const known = sites.get(site)
    if (known && now().getTime() - known.at < ROBOTS_TTL_MS) return known.rules
    const rules = fetchRules(site)
    sites.set(site, { rules, at: now().getTime() })
    return rules
  }

  return {
    allows: async (url) => (await rulesFor(url)).isAllowed(url, ROBOTS_AGENT) ?? true,
    async pause(url) {
      const { origin } = new URL(url)
      const delay = Math.min(MAX_CRAWL_DELAY_SECONDS, (await rulesFor(url)).getCrawlDelay(ROBOTS_AGENT) ?? 0)
      const at = now().getTime()
      const wait = Math.max(0, (nextFetchAt.get(origin) ?? 0) - at)
      nextFetchAt.set(origin, at + wait + delay * 1000)
      await sleep(wait)
    },
  }
}

const isClientError = (error: unknown) =>
  error instanceof FetchError &&
  error.status !== null &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 429
