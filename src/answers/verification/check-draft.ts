import type { Quotation } from '../../archive/article.ts'
import type { Desk } from '../desk.ts'
import { type CheckAnswer, checkClaim } from './check.ts'

/** A quotation of a draft, judged: its words, where they stand in the draft, and what our coverage has. */
export type Judged = Pick<Quotation, 'start' | 'end' | 'speaker'> & { text: string; check: CheckAnswer }

/** So many quotations of one draft are judged; a longer one is pasted in parts. */
export const MOST_QUOTATIONS = 100

/** Judges the quotations of a draft, in their order; those inside of others stand with the words around them. */
export async function judge(draft: string, quotations: Quotation[], desk: Desk): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const { start, end, speaker } of outer(quotations)) {
    const text = draft.slice(start, end)
    const claim = { words: text, speaker }
    judged.push({ start, end, speaker, text, check: await checkClaim(claim, { text, limit: 1 }, desk) })
  }
  return judged
}

const outer = (quotations: Quotation[]) =>
  quotations.filter(({ within }) => within === null).slice(0, MOST_QUOTATIONS)
