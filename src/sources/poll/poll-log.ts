// Declares the log of polling.

/** A log for source names and counts; it must never get a story’s text. */
export type Log = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
}
