/** What rounds tell of themselves: sources and counts, never a story's words. */
export type Log = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
}
