// Decides since when a source is late.
import type { Source } from '../config/source.ts'
import type { SourceRecord } from './source-records.ts'

/** The number of arrivals from which the longest usual silence is learned; with fewer, no silence is late. */
const MIN_ARRIVALS = 5
/**
 * A silence is late when it exceeds this multiple of the longest gap between the last arrivals, and never
 * within an hour.
 */
const SILENCE_FACTOR = 2
const MIN_SILENCE_SECONDS = 3600
/** The number of consecutive failed polls from which a source is late. */
const MAX_FAILED_POLLS = 3

/**
 * Returns the seconds that a source may be silent before it is late, as configured or learned; null: not
 * known yet.
 */
function allowedSilence(source: Source, { arrivals }: SourceRecord): number | null {
  if (source.late !== undefined) return source.late
  if (arrivals.length < MIN_ARRIVALS) return null
  const gaps = arrivals.slice(1).map((at, i) => seconds(arrivals[i] ?? at, at))
  return Math.max(MIN_SILENCE_SECONDS, SILENCE_FACTOR * Math.max(...gaps))
}

/**
 * Returns the time since which a source is late, or null. A source is late when it is silent for too long, or
 * when MAX_FAILED_POLLS polls in a row have failed.
 */
export function lateSince(source: Source, record: SourceRecord, now: Date): string | null {
  const maxSilence = allowedSilence(source, record)
  const { newStoryAt, succeededAt, triedAt, failures } = record
  if (newStoryAt && maxSilence !== null && seconds(newStoryAt, now.toISOString()) > maxSilence)
    return newStoryAt
  return failures >= MAX_FAILED_POLLS ? (succeededAt ?? triedAt) : null
}

const seconds = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000
