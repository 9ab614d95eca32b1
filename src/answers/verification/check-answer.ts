// What a check of pasted words answers.
import { z } from 'zod'
import { Answer } from '../answer.ts'

/**
 * The verdicts, best first: published to the word; published with other words or by another speaker; not published.
 */
export const VERDICTS = ['exact', 'differs', 'not-found'] as const

/** The verdict on a quotation. */
export const Verdict = z.object({
  verdict: z.enum(VERDICTS),
  /** The asked words beside the published ones; null unless they differ. */
  diff: z.array(z.object({ op: z.enum(['same', 'published', 'asked']), text: z.string() })).nullable(),
  /** The published words that the asked ones leave out at an ellipsis, in their order. */
  omitted: z.array(z.string()),
  /** Whether the words stand in a quotation; false where they are the paper's own, null where not found. */
  asQuotation: z.boolean().nullable(),
  /**
   * Whether they are said by the speaker that the question names (`saidBy`); null where it names none, or the story
   * does not tell.
   */
  speakerAgrees: z.boolean().nullable(),
  /** The words are published to the letter, but put together from several places. */
  patchwork: z.boolean(),
  /** There were too few words, and none in marks, to tell one quotation from another. */
  tooFewWords: z.literal(true).optional(),
})
export type Verdict = z.infer<typeof Verdict>

const CheckedWords = z.intersection(Answer, Verdict)

/**
 * What a check answers. `checks`: where a text has several quotations, the verdict on each, the most serious first; the
 * answer itself has the most serious verdict, and the evidence of all in the order of `checks`.
 */
export const CheckAnswer = z.intersection(
  CheckedWords,
  z.object({ checks: z.array(CheckedWords).optional() }),
)
export type CheckAnswer = z.infer<typeof CheckAnswer>
