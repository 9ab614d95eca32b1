/** Parameters that say how a reader came, not what was read. */
const TRACKING = /^(?:utm_.+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|xtor|cmpid)$/iu

/** The keys a story can be known again by, strongest first: its address, then its file (a real path). */
export function keysOf(url: string | null, path: string): string[] {
  return [...(url ? [`url:${canonical(url)}`] : []), `file:${path}`]
}

/** An address without its fragment and tracking parameters: the same for every way to one page. */
export function canonical(url: string): string {
  const address = new URL(url)
  address.hash = ''
  for (const name of [...address.searchParams.keys()])
    if (TRACKING.test(name)) address.searchParams.delete(name)
  return address.href
}
