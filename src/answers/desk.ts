// Defines the desk: the archive, index, clock and log that every answer is made with.
import type { Archive } from '../archive/archive.ts'
import type { Cite } from '../archive/citation.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { LateSources } from './answer.ts'

/** Takes facts and a message. Question text never goes into a log. */
export type Log = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
}

/** What answers are made with. */
export type Desk = {
  /** Read access only. */
  archive: Pick<Archive, 'article' | 'excerpts'>
  index: SearchIndex
  cite: Cite
  now: () => Date
  /** The newsroom's time zone (`America/Halifax`), by which "today" is told; the machine's where there is none. */
  timeZone?: string
  /** The day (`2026-02-04`) as of whose end questions are asked, where it is not today: later stories are not there. */
  asOf?: string
  log: Log
  /** The sources that have delivered nothing for too long, as of now. */
  late?: () => LateSources
}

/** The moment of asking: how fresh a story is. */
export const momentOf = ({ asOf, now }: Pick<Desk, 'asOf' | 'now'>): Date =>
  asOf === undefined ? now() : new Date(`${asOf}T23:59:59`)

/** The day of asking in the newsroom's time zone, from which "yesterday" and "last week" are counted. */
export const todayOf = ({ asOf, now, timeZone }: Pick<Desk, 'asOf' | 'now' | 'timeZone'>): string =>
  asOf ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now())
