/** Parameters that say how a reader came, not what was read. */
const TRACKING = /^(?:utm_.+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|xtor|cmpid)$/iu

/** What a story is known by: its names at its provider, its address, and where it came from this time. */
export type Origin = {
  /** What refusals name: a file, or an address. */
  file: string
  /** `id:…` or `guid:…`: a provider's own name of a story outlives its address. */
  ids?: string[]
  /** `file:` and a real path, or `from:`, the source and the story's name there. */
  from: string
}

/** The keys a story can be known again by, strongest first. */
export function keysOf(url: string | null, { ids = [], from }: Origin): string[] {
  return [...ids, ...(url ? [`url:${canonical(url)}`] : []), from]
}

/** An address without its fragment and tracking parameters: the same for every way to one page. */
export function canonical(url: string): string {
  const address = new URL(url)
  address.hash = ''
  for (const name of [...address.searchParams.keys()])
    if (TRACKING.test(name)) address.searchParams.delete(name)
  return address.href
}
