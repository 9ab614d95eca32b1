// Declares the decisions that editors make on a story by hand, and applies them to its facts.
import { z } from 'zod'
import type { Facts } from './article.ts'

/** The rulings on whether a story may be shown: the newest one applies, and a release ends them. */
export const VisibilityRuling = z.enum(['hold', 'kill', 'retract', 'release'])
/** The rulings on the correction published with a story: the newest one applies, whatever its visibility. */
export const CorrectionRuling = z.enum(['correct', 'uncorrect'])

/** What an editor can decide about a story by hand. */
export const Ruling = z.enum([...VisibilityRuling.options, ...CorrectionRuling.options])
export type Ruling = z.infer<typeof Ruling>

/**
 * A decision records what was ruled on a story by hand, by whom, when and why. The reason of a correction or a
 * retraction is published with the story; the other reasons stay in the log.
 */
export const Decision = z.object({
  ruling: Ruling,
  reason: z.string().trim().min(1),
  by: z.string().trim().min(1),
  at: z.iso.datetime(),
})
export type Decision = z.infer<typeof Decision>

type RulingAndReason = Pick<Decision, 'ruling' | 'reason'>

/**
 * Returns a story's facts with the newest decision of each kind applied: first its correction, then its visibility;
 * null where there is none. A decision overrides every version of the source until it is withdrawn, but no decision
 * makes a story quotable, or lets it be named, that the source itself withholds.
 */
export function applyDecisions(
  facts: Facts,
  { corrected, shown }: { corrected: RulingAndReason | null; shown: RulingAndReason | null },
): Facts {
  return [corrected, shown].reduce(
    (ruled, decision) => (decision ? applyRuling(ruled, decision) : ruled),
    facts,
  )
}

function applyRuling(facts: Facts, { ruling, reason }: RulingAndReason): Facts {
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
