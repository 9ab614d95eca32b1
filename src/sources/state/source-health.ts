import type { Source } from '../config/source.ts'
import { lateSince } from './lateness.ts'
import type { Records } from './source-records.ts'

/** How a source stands: when it last gave something, when it is tried again, what is wrong; in ISO instants. */
export type SourceStanding = {
  name: string
  succeededAt: string | null
  newStoryAt: string | null
  nextTryAt: string | null
  error: string | null
  /** Since when it has been silent for longer than it usually is; null: it is not late. */
  lateSince: string | null
}

/** How each source stands at a moment. */
export const standings = (sources: Source[], records: Records, now: Date): SourceStanding[] =>
  sources.map((source) => {
    const record = records.source(source.name)
    const { name, succeededAt, newStoryAt, nextTryAt, error } = record
    return { name, succeededAt, newStoryAt, nextTryAt, error, lateSince: lateSince(source, record, now) }
  })
