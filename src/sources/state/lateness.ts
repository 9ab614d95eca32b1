import type { Source } from '../config/source.ts'
import type { SourceRecord } from './source-records.ts'

/** So many arrivals tell a rhythm; before, nobody can say what is late. */
const ENOUGH = 5
/** A silence is long when it is twice the longest of the last ones, and never within an hour. */
const TIMES = 2
const SHORTEST = 3600
/** So many rounds may fail before a source counts as silent. */
const MISSED = 3

/** The seconds that a source may be silent before it is late, by what is set or by its own rhythm; null: not known yet. */
function patienceWith(source: Source, { arrivals }: SourceRecord): number | null {
  if (source.late !== undefined) return source.late
  if (arrivals.length < ENOUGH) return null
  const gaps = arrivals.slice(1).map((at, i) => seconds(arrivals[i] ?? at, at))
  return Math.max(SHORTEST, TIMES * Math.max(...gaps))
}

/** Since when a source is late: silent for longer than it may be, or not to be reached for several rounds. */
export function lateSince(source: Source, record: SourceRecord, now: Date): string | null {
  const patience = patienceWith(source, record)
  const { newStoryAt, succeededAt, triedAt, failures } = record
  if (newStoryAt && patience !== null && seconds(newStoryAt, now.toISOString()) > patience) return newStoryAt
  return failures >= MISSED ? (succeededAt ?? triedAt) : null
}

const seconds = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000
