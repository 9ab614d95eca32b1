// Declares a value that may be a fact of a story, and where it was found.

/** A value that a page states, and the place on the page that states it. */
export type Candidate<Value = unknown> = { value: Value; from: string }

/** Returns whether a value states anything. */
export const isStated = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
