// Opens the context that polls share: fetcher, robots rules and records.
import type { DatabaseSync } from 'node:sqlite'
import { openFetcher } from '../../intake/fetch/fetch-url.ts'
import { openRobots } from '../../intake/fetch/robots.ts'
import type { Intake } from '../../intake/store-stories.ts'
import { type SourcesConfig, userAgent } from '../config/source.ts'
import { openSourceRecords } from '../state/source-records.ts'
import type { PollContext } from './poll-run.ts'

/**
 * What a poll context is opened with: the database of the records, the configured sources, where stories are
 * stored, and the clock.
 */
export type PollSetup = { db: DatabaseSync; sources: SourcesConfig; intake: Intake; now?: () => Date }

/** Opens a poll context. Its fetcher must be closed by the caller. */
export function openPollContext({ db, sources, intake, now = () => new Date() }: PollSetup): PollContext {
  const fetcher = openFetcher({ inside: sources.inside, userAgent: userAgent(sources) })
  return { fetcher, robots: openRobots(fetcher, now), records: openSourceRecords(db), intake, now }
}
