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
  /** The day (`2026-02-04`) as of whose end questions are asked, where it is not today: later stories are not there. */
  asOf?: string
  log: Log
  /** The sources that have delivered nothing for too long, as of now. */
  late?: () => LateSources
}

/** The moment from which days are counted: "yesterday", how fresh a story is. */
export const momentOf = ({ asOf, now }: Pick<Desk, 'asOf' | 'now'>): Date =>
  asOf === undefined ? now() : new Date(`${asOf}T23:59:59`)
