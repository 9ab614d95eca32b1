// Reports the health of each source.
import type { Source } from '../config/source.ts'
import { lateSince } from './lateness.ts'
import type { SourceRecords } from './source-records.ts'

/**
 * The health of a source: when it last succeeded and last had a new story, when it is polled next, and its
 * error. Times are ISO instants.
 */
export type SourceHealth = {
  name: string
  succeededAt: string | null
  newStoryAt: string | null
  nextTryAt: string | null
  error: string | null
  /** The time since which the source is late; null: it is not. */
  lateSince: string | null
}

/** Returns the health of each source at a time. */
export const healthOf = (sources: Source[], records: SourceRecords, now: Date): SourceHealth[] =>
  sources.map((source) => {
    const record = records.source(source.name)
    const { name, succeededAt, newStoryAt, nextTryAt, error } = record
    return { name, succeededAt, newStoryAt, nextTryAt, error, lateSince: lateSince(source, record, now) }
  })
