// Gives work a time for its look-ups: past it the best so far is found, and how much was looked at is told.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Findings, Query, SearchIndex } from './search-index.ts'

/** The moment at which the time is up, and the least share of the stories that a look-up has looked at. */
type Budget = { until: number; looked: number }

const budgets = new AsyncLocalStorage<Budget>()

/** Does work whose look-ups end after some milliseconds; returns its result, and the share of the stories looked at. */
export async function withinBudget<Done>(
  ms: number,
  work: () => Promise<Done>,
): Promise<{ done: Done; looked: number }> {
  const budget = { until: Date.now() + ms, looked: 1 }
  const done = await budgets.run(budget, work)
  return { done, looked: budget.looked }
}

/** Whether the time of the work under way is up; never where it has no budget. */
export function isTimeUp(): boolean {
  const budget = budgets.getStore()
  return budget !== undefined && Date.now() >= budget.until
}

/** The same index, which keeps to the budget of the work that asks it. */
export function keepingToBudgets(index: SearchIndex): SearchIndex {
  const within = (find: (query: Query) => Promise<Findings>) => async (query: Query) => {
    const budget = budgets.getStore()
    if (budget === undefined) return find(query)
    const findings = await find({ ...query, until: budget.until })
    budget.looked = Math.min(budget.looked, findings.looked)
    return findings
  }
  return { ...index, passages: within(index.passages), quotations: within(index.quotations) }
}
