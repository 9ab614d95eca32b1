// Builds the keys by which a story is recognized when it comes again.

/** Query parameters that track how a reader came to a page; they do not change the page. */
const TRACKING_PARAMETER = /^(?:utm_.+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|xtor|cmpid)$/iu

/** The origin of a story: its ids at its provider, and the place that it was read from. */
export type Origin = {
  /** The file or the address that refusals name. */
  file: string
  /** The provider’s ids, `id:…` or `guid:…`; they stay the same when the address changes. */
  ids?: string[]
  /** `file:` and a real path, or `from:` with the source and the story’s name there. */
  from: string
}

/** The path of a site’s front page, in a language of its own or not: `/`, `/en/`, `/index.html`. */
const FRONT_PAGE = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|default|home)(?:\.\w{3,5})?\/?)?$/iu
/** The path of a list of stories: a section, a subject, an author. */
const LIST_PAGE =
  /\/(?:category|categories|tags?|topics?|sections?|authors?|staff|search|archives?)(?:\/[^/]+){0,2}\/?$/iu

/** Returns whether an address is the front page of a site, which is no story’s address. */
export function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url)
  return FRONT_PAGE.test(pathname) && !/[?&](?:p|id|page_id|story|article|a)=/iu.test(search)
}

/** Returns whether an address is that of a list of stories: a front page, a section, a subject, an author. */
export const isListPage = (url: string): boolean => isFrontPage(url) || LIST_PAGE.test(new URL(url).pathname)

/** Returns the keys of a story, strongest first: its ids, its address, its origin. */
export function keysOf(url: string | null, { ids = [], from }: Origin): string[] {
  return [...ids, ...(url ? [`url:${canonicalUrl(url)}`] : []), from]
}

/**
 * Returns an address without its fragment and tracking parameters, so that all links to one page are equal.
 */
export function canonicalUrl(url: string): string {
  const address = new URL(url)
  address.hash = ''
  for (const name of [...address.searchParams.keys()])
    if (TRACKING_PARAMETER.test(name)) address.searchParams.delete(name)
  return address.href
}
