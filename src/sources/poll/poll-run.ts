// Declares the state of a poll, and fetches the documents of a source if they have changed.
import { Refusal } from '../../errors.ts'
import type { FetchedDocument, Fetcher, FetchOptions } from '../../intake/fetch/fetch-url.ts'
import { DOCUMENT_TYPES, INSIDE_FROM_OUTSIDE } from '../../intake/fetch/fetch-url.ts'
import type { Robots } from '../../intake/fetch/robots.ts'
import type { Intake, IntakeSummary } from '../../intake/store-stories.ts'
import type { SourceRecords } from '../state/source-records.ts'

/**
 * What all polls share: the fetcher, the robots rules, the records, where stories are stored, and the clock.
 */
export type PollContext = {
  fetcher: Fetcher
  robots: Robots
  records: SourceRecords
  intake: Intake
  now: () => Date
}

/** One poll of a source: the shared context, the source, and the result so far. */
export type PollRun = PollContext & {
  /** The name of the source. */
  source: string
  /**
   * The address of the document that lists the pages of this poll; null where the newsroom lists them itself.
   */
  base: string | null
  /** The polling interval that is configured, in seconds. */
  every: number
  summary: IntakeSummary
  /** The `max-age` that the server stated for the document, in seconds; null where it stated none. */
  maxAge: number | null
}

/**
 * Returns the origin key of a story: its source, and the story’s name there. Example: `from:bell
 * https://bell.example/ferry`.
 */
export const originKey = (source: string, name: string) => `from:${source} ${name}`

/** Throws a Refusal for an internal address that an external document lists. */
export function checkNamedUrl(url: string, { fetcher, base }: PollRun): void {
  if (base !== null && fetcher.isInside(url) && !fetcher.isInside(base))
    throw new Refusal(url, 'address', INSIDE_FROM_OUTSIDE)
}

/** Returns a document, or null where it has not changed since it was last fetched. */
export function fetchIfChanged(
  url: string,
  { fetcher, records }: PollContext,
  contentTypes: RegExp,
): Promise<FetchedDocument | null> {
  const options: FetchOptions = { contentTypes, validators: (address) => records.validators(address) }
  return fetcher.fetch(url, options)
}

/**
 * Fetches a document and reads it, unless it has not changed. The validators are stored only after all of it
 * was read, so that an interrupted poll is repeated in full.
 */
export async function readIfChanged(
  url: string,
  run: PollRun,
  read: (document: FetchedDocument) => Promise<void>,
): Promise<void> {
  const document = await fetchIfChanged(url, run, DOCUMENT_TYPES)
  if (!document) return
  await read(document)
  run.records.keepValidators(document.url, document.validators)
  run.maxAge = document.maxAge
}
