// Tells what the gate makes of each question: shown as found and right or not, in that story, or nothing.
import type { Case } from './gate.ts'
import type { Row } from './measures.ts'

/** From which probability on an answer is found, or at least of that story. */
export type Tiers = { found: number; inThatStory: number }

/** The tier of one question, by its probability; what is shown as found without being right is `found, not right`. */
export function judged({ isRight }: Case, probability: number, tiers: Tiers): Row {
  const isFound = probability >= tiers.found
  const isNothing = probability < tiers.inThatStory
  return {
    n: 1,
    found: Number(isFound),
    'right when found': isFound ? Number(isRight) : Number.NaN,
    'found, not right': Number(isFound && !isRight),
    'in that story': Number(!isFound && !isNothing),
    nothing: Number(isNothing),
    'not found': Number(!isFound),
  }
}
