// Chooses the address of a story among those that its page states.
import type { Page } from '../markup/dom.ts'
import { isWebAddress } from '../model/facts.ts'
import { isListPage } from '../model/story-keys.ts'

/** An address, and where on the page it stands. */
export type StatedAddress = { url: string; from: string }

/**
 * Returns the first stated address that is a story’s, in the order given: never a front page, a section that
 * the page’s own navigation links to, or a folder in which another stated address lies. With such an address,
 * each new story of a site would replace the last. Relative addresses are read from `base`.
 */
export function storyAddress(page: Page, stated: StatedAddress[], base: string | null): StatedAddress | null {
  const addresses = stated.flatMap(({ url, from }) => {
    const absolute = absoluteUrl(url, base)
    return absolute ? [{ url: absolute, from }] : []
  })
  const sections = navigationLinks(page, base)
  const all = base && isWebAddress(base) ? [...addresses, { url: base, from: 'fetch' }] : addresses
  return (
    addresses.find(
      ({ url }) =>
        !isListPage(url) &&
        !sections.has(pathOf(url)) &&
        !all.some(
          (other) =>
            pathOf(other.url).startsWith(`${pathOf(url)}/`) &&
            !/\/(?:amp|print|\d{1,2})$/u.test(pathOf(other.url)),
        ),
    ) ?? null
  )
}

function absoluteUrl(url: string, base: string | null): string | null {
  const parsed = URL.parse(url.trim(), base && isWebAddress(base) ? base : undefined)
  return parsed && isWebAddress(parsed.href)
    ? url.trim().startsWith('http')
      ? url.trim()
      : parsed.href
    : null
}

const pathOf = (url: string) => new URL(url).pathname.replace(/\/+$/u, '')

/** Returns the paths that the navigation of a page links to: its sections. */
function navigationLinks(page: Page, base: string | null): Set<string> {
  const links = Array.from(page.querySelectorAll('nav a'), (link) => link.getAttribute('href') ?? '')
  const paths = links.flatMap((href) => {
    const url = URL.parse(href, base && isWebAddress(base) ? base : 'https://site.invalid/')
    return url && !url.hash && !/storylist|current/u.test(href) ? [pathOf(url.href)] : []
  })
  return new Set(paths.filter(Boolean))
}
