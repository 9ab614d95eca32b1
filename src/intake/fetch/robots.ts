import { setTimeout } from 'node:timers/promises'
import robotsParser from 'robots-parser'
import { Unreachable } from './fetch-error.ts'
import type { Fetcher } from './fetch-url.ts'

/** The name that a site's robots.txt can speak to. */
export const NAME = 'Readback'

/** How long a site's word is kept: a day, as RFC 9309 asks. */
const KEPT = 86_400_000

/** A site that asks for longer pauses than this many seconds is not heard in that. */
const LONGEST = 60

/** What a site allows: whether an address may be fetched, and when the next one. */
export type Robots = {
  allows(url: string): Promise<boolean>
  /** Waits until the site's `Crawl-delay` since the last pause is over. */
  pause(url: string): Promise<void>
}

/** The library is CommonJS that its types call a module. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default
type Sleep = (milliseconds: number) => Promise<unknown>
type Rules = ReturnType<typeof parseRobots>

/**
 * Opens what sites say to robots, each asked once a day. After RFC 9309, a site that has no robots.txt (4xx) allows
 * everything, and one that cannot say (5xx, unreachable) allows nothing.
 */
export function openRobots(fetcher: Fetcher, now: () => Date, sleep: Sleep = setTimeout): Robots {
  const sites = new Map<string, { rules: Promise<Rules>; at: number }>()
  const free = new Map<string, number>()

  async function ask(site: string): Promise<Rules> {
    const url = `${site}/robots.txt`
    const text = await fetcher.fetch(url, { kinds: /^text\//u }).then(
      (document) => document?.text ?? '',
      (error) => (isRefused(error) ? '' : 'User-agent: *\nDisallow: /'),
    )
    return parseRobots(url, text)
  }

  function rulesFor(url: string): Promise<Rules> {
    const site = new URL(url).origin
    const known = sites.get(site)
    if (known && now().getTime() - known.at < KEPT) return known.rules
    const rules = ask(site)
    sites.set(site, { rules, at: now().getTime() })
    return rules
  }

  return {
    allows: async (url) => (await rulesFor(url)).isAllowed(url, NAME) ?? true,
    async pause(url) {
      const { origin } = new URL(url)
      const delay = Math.min(LONGEST, (await rulesFor(url)).getCrawlDelay(NAME) ?? 0)
      const at = now().getTime()
      const wait = Math.max(0, (free.get(origin) ?? 0) - at)
      free.set(origin, at + wait + delay * 1000)
      await sleep(wait)
    },
  }
}

const isRefused = (error: unknown) =>
  error instanceof Unreachable &&
  error.status !== null &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 429
