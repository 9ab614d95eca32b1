// Words a verdict in a few words.
import type { CheckAnswer } from '../answers/verification/check-answer.ts'
import { count } from './phrases.ts'
import type { DiffStep } from './reply.ts'

/** Returns a verdict in a few words: "exact", "differs in 2 words", "not in our coverage". */
export function verdictLabel(answer: CheckAnswer): string {
  const { verdict, asQuotation, retracted } = answer
  if (verdict === 'not-found') return retracted.length ? 'only in a retracted story' : 'not in our coverage'
  if (verdict === 'differs') return differenceLabel(answer)
  return asQuotation === false ? 'ours, but narration and no quotation' : 'exact'
}

function differenceLabel({ diff, patchwork, speakerAgrees, asQuotation }: CheckAnswer): string {
  if (diff) return `differs in ${wordsThatDiffer(diff)}`
  if (patchwork) return 'differs: put together from several places'
  if (speakerAgrees !== false) return 'differs: what it leaves out turns the sense'
  return asQuotation ? 'differs: another speaker’s words' : 'differs: narration, and nobody’s words'
}

/** Returns how many words differ: of a stretch that was changed, the longer side counts. */
function wordsThatDiffer(steps: DiffStep[]): string {
  let [total, asked, published] = [0, 0, 0]
  for (const { op, text } of [...steps, { op: 'same', text: '' } as const]) {
    const words = text.split(/\s+/).filter(Boolean).length
    if (op === 'asked') asked += words
    else if (op === 'published') published += words
    else {
      total += Math.max(asked, published)
      asked = 0
      published = 0
    }
  }
  return total === 1 ? 'one word' : count(total, 'word')
}
