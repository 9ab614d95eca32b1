// Defines a question about the sample coverage, asked on 18 February 2026, and what its stories have as the answer.

/** What an answer must be; the expectations are read off the stories themselves. */
export type Expected = {
  /** Words of the first piece of evidence, or of its paragraph. */
  first?: string
  /** Words of the first pieces, in their order. */
  order?: string[]
  /** Words that pieces must have, in any order. */
  has?: string[]
  /** Who said all of it. */
  by?: string | string[]
  /** Who said none of it. */
  notBy?: string
  count?: number
  /** The days of the stories, in the order of the answer. */
  stories?: string[]
  /** The day of the first story. */
  firstStory?: string
  /** The first and the last day that a story of the answer may be of. */
  days?: [string, string]
}

/** A command, its words, and the answer; "nothing" where nothing may be shown as found. */
export type Row = [
  command: 'quote' | 'context' | 'coverage' | 'speaker',
  text: string,
  expected: Expected | 'nothing',
]

/** The day of asking. */
export const LAST_DAY = '2026-02-18'
