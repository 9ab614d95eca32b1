// Answers a question in a bounded time, and says in the answer how much of the coverage was looked at where that was not all.
import { withinBudget } from '../search/time-budget.ts'

/** Milliseconds that the look-ups of one question may take together. */
const QUESTION_MS = 700

export async function answeredInTime<Answered>(answer: () => Promise<Answered>): Promise<Answered> {
  const { done, looked } = await withinBudget(QUESTION_MS, answer)
  return looked < 1 ? (withLooked(done, looked) as Answered) : done
}

/** The same answer, or answers, with the share in each account of what was searched. */
function withLooked(answered: unknown, looked: number): unknown {
  if (Array.isArray(answered)) return answered.map((one) => withLooked(one, looked))
  if (answered === null || typeof answered !== 'object') return answered
  const parts = Object.entries(answered).map(([name, part]): [string, unknown] => {
    if (name === 'searched') return [name, { ...part, looked }]
    return [name, ANSWERS.has(name) ? withLooked(part, looked) : part]
  })
  return Object.fromEntries(parts)
}

/** Where an answer holds others: the checks and the context of a thread, the check of a draft's quotation. */
const ANSWERS = new Set(['checks', 'context', 'check'])
