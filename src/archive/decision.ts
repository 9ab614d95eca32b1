import { z } from 'zod'
import type { Facts } from './article.ts'

/** What an editor can decide of a story by hand. */
export const Ruling = z.enum(['hold', 'kill', 'retract', 'correct', 'release'])
export type Ruling = z.infer<typeof Ruling>

/**
 * A decision is what somebody ruled of a story by hand: who, when and why. The reason of a correction or a
 * retraction is published with the story; that of the others stays in the log.
 */
export const Decision = z.object({
  ruling: Ruling,
  reason: z.string().trim().min(1),
  by: z.string().trim().min(1),
  at: z.iso.datetime(),
})
export type Decision = z.infer<typeof Decision>

/**
 * The facts of a story as the newest decision on it leaves them. A decision outweighs what any version of the
 * source says, until a release; but none makes quotable, or named, what the source itself keeps back.
 */
export function decided(facts: Facts, { ruling, reason }: Pick<Decision, 'ruling' | 'reason'>): Facts {
  switch (ruling) {
    case 'hold':
      return { ...facts, status: 'hold' }
    case 'kill':
      return { ...facts, status: 'killed' }
    case 'retract':
      return { ...facts, status: facts.status === 'killed' ? 'killed' : 'retracted', correction: reason }
    case 'correct':
      return { ...facts, status: facts.status === 'usable' ? 'corrected' : facts.status, correction: reason }
    case 'release':
      return facts
  }
}
