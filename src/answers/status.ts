import { standing } from '../archive/standing.ts'
import type { Searched } from './answer.ts'
import type { Desk } from './desk.ts'
import { scopeOf } from './scope.ts'

/** A status is what is searched and how fresh it is; stories that are withheld are not counted. */
export type Status = {
  articles: number
  passages: number
  quotations: number
  newest: { headline: string; publishedAt: string } | null
  searched: Searched
}

/** The status of a desk now. */
export function status(desk: Desk): Status {}
