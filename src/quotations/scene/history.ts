// The attributions made so far in a text, which later ones build on.
import type { Mention } from '../people/mentions.ts'

/** An attribution already made before the current quotation. */
export type PriorAttribution = {
  /** The index of the quotation's word, the mention chosen and the id of its entity (-1: none). */
  at: number
  mention: Mention
  entity: number
  /** The quotation is unclosed and the next one continues it. */
  runsOn: boolean
}

/** How many earlier attributions are kept. */
const MAX_HISTORY = 40

/** Returns the history with one more attribution, without the oldest beyond `MAX_HISTORY`. */
export function appendToHistory(history: PriorAttribution[], one: PriorAttribution): PriorAttribution[] {
  return [...history.slice(1 - MAX_HISTORY), one]
}
