import type { Archive } from '../archive/archive.ts'
import type { Cite } from '../archive/citation.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { Late } from './answer.ts'

/** A log takes facts and a message; what was asked never goes into it. */
export type Log = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
}

/** A desk is what answers are made with: archive, index, how it cites, the clock, the log, and word of what is late. */
export type Desk = {
  /** Answers read articles, and change none. */
  archive: Pick<Archive, 'article'>
  index: SearchIndex
  cite: Cite
  now: () => Date
  /** The day as of which questions are asked, at its end, where it is not today: later stories are not yet published. */
  asOf?: Date
  log: Log
  late?: () => Late
}

/** The moment from which days are counted: "yesterday", how fresh a story is. */
export const momentOf = ({ asOf, now }: Pick<Desk, 'asOf' | 'now'>): Date => asOf ?? now()
