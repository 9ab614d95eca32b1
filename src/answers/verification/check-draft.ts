// Checks every quotation of a draft against the coverage.
import { setImmediate } from 'node:timers/promises'
import type { Quotation } from '../../archive/article.ts'
import type { Desk } from '../desk.ts'
import { checkClaim } from './check.ts'
import type { CheckAnswer } from './check-answer.ts'

/** A quotation of a draft: its words, its span in the draft, and the verdict on it. */
export type CheckedQuotation = Pick<Quotation, 'start' | 'end' | 'speaker'> & {
  text: string
  check: CheckAnswer
}

/** The maximum number of quotations checked in one draft; a longer draft is pasted in parts. */
const MAX_DRAFT_QUOTATIONS = 100

/**
 * Returns the verdicts on the quotations of a draft, in their order. Those within another are checked as part of it.
 * Whatever else waits has its turn between two quotations.
 */
export async function checkDraft(
  draft: string,
  quotations: Quotation[],
  desk: Desk,
): Promise<CheckedQuotation[]> {
  const checked: CheckedQuotation[] = []
  for (const { start, end, speaker } of outer(quotations)) {
    const text = draft.slice(start, end)
    const claim = { words: text, speaker }
    checked.push({ start, end, speaker, text, check: await checkClaim(claim, { text, limit: 1 }, desk) })
    await setImmediate()
  }
  return checked
}

const outer = (quotations: Quotation[]) =>
  quotations.filter(({ within }) => within === null).slice(0, MAX_DRAFT_QUOTATIONS)
