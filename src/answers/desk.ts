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
  log: Log
  late?: () => Late
}
