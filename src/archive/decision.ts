import { z } from 'zod'
import type { Facts } from './article.ts'

/** What decides whether a story may be shown: the newest of these holds, and a release ends them. */
export const ShownBy = z.enum(['hold', 'kill', 'retract', 'release'])
/** What decides what is published with a story: the newest of these holds, whatever becomes of its showing. */
export const CorrectedBy = z.enum(['correct', 'uncorrect'])

/** What an editor can decide of a story by hand. */
export const Ruling = z.enum([...ShownBy.options, ...CorrectedBy.options])
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

type Ruled = Pick<Decision, 'ruling' | 'reason'>

/**
 * The facts of a story as what was decided on it leaves them: first what is published with it, then whether it may be
 * shown; null where nothing was. A decision outweighs what any version of the source says, until it is taken back; but
 * none makes quotable, or named, what the source itself keeps back.
 */
export function decided(
  facts: Facts,
  { corrected, shown }: { corrected: Ruled | null; shown: Ruled | null },
): Facts {
  return [corrected, shown].reduce((ruled, decision) => (decision ? after(ruled, decision) : ruled), facts)
}

function after(facts: Facts, { ruling, reason }: Ruled): Facts {
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
    case 'uncorrect':
      return facts
  }
}
