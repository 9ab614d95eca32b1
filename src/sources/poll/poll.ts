import { Refusal } from '../../errors.ts'
import type { Fetched, Fetcher, Wanted } from '../../intake/fetch/fetch-url.ts'
import { DOCUMENTS, LED } from '../../intake/fetch/fetch-url.ts'
import type { Robots } from '../../intake/fetch/robots.ts'
import type { Intake, Summary } from '../../intake/store-stories.ts'
import type { Records } from '../state/source-records.ts'

/** What rounds are made with. */
export type Gear = { fetcher: Fetcher; robots: Robots; records: Records; intake: Intake; now: () => Date }

/** A round is one visit to a source: what it is made with, for whom, and what came of it so far. */
export type Round = Gear & {
  /** The name of the source. */
  source: string
  /** The address that names the pages of this round; null where the newsroom itself does. */
  base: string | null
  /** Seconds between two visits, as the source is configured. */
  every: number
  summary: Summary
  /** Seconds that what was fetched stays fresh, by the server's word. */
  maxAge: number | null
}

/** Where a story came from: its source, and what it goes by there. */
export const originIn = (source: string, name: string) => `from:${source} ${name}`

/** Refuses an address on the inside that a source on the outside names. */
export function checkNamed(url: string, { fetcher, base }: Round): void {
  if (base !== null && fetcher.isInside(url) && !fetcher.isInside(base))
    throw new Refusal(url, 'address', LED)
}

/** Fetches a document that may be known from the last round; null where it has not changed. */
export function fetchAgain(url: string, { fetcher, records }: Gear, kinds: RegExp): Promise<Fetched | null> {
  const wanted: Wanted = { kinds, validators: (address) => records.validators(address) }
  return fetcher.fetch(url, wanted)
}

/**
 * Reads a document of a source, unless it has not changed. What the server gave to ask again with is kept only when
 * all of it was read, so that a round that is broken off is made again in full.
 */
export async function readAgain(
  url: string,
  round: Round,
  read: (document: Fetched) => Promise<void>,
): Promise<void> {
  const document = await fetchAgain(url, round, DOCUMENTS)
  if (!document) return
  await read(document)
  round.records.keepValidators(document.url, document.validators)
  round.maxAge = document.maxAge
}
