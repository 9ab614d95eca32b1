// A quotation with one mention that may name its speaker.
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText, Predicate } from '../scene/annotated-text.ts'
import type { PriorAttribution } from '../scene/history.ts'
import type { Ruling } from './ruling.ts'

/** One quotation (the word index `at`) and one candidate mention. */
export type CandidatePair = {
  annotated: AnnotatedText
  at: number
  mention: Mention
  predicate: Predicate | undefined
  history: PriorAttribution[]
  /** What the trees around the quotation say of who may speak. */
  ruling: Ruling
}
