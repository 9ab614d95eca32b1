import type { Archive } from '../archive/archive.ts'
import type { Cite } from '../archive/citation.ts'
import type { SearchIndex } from '../search/search-index.ts'

/** A log takes facts and a message; what was asked never goes into it. */
export type Log = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
}

/** A desk is what answers are made with: the archive, its index, how it cites, the clock and the log. */
export type Desk = { archive: Archive; index: SearchIndex; cite: Cite; now: () => Date; log: Log }
