import { Refusal } from '../../errors.ts'

/** Nothing that was fetched: which status the server gave, if any, and how many seconds it asks to wait. */
export class Unreachable extends Refusal {
  override name = 'Unreachable'
  readonly status: number | null
  readonly retryAfter: number | null

  constructor(
    url: string,
    reason: string,
    answer: Partial<Pick<Unreachable, 'status' | 'retryAfter' | 'cause'>>,
  ) {
    super(url, 'fetch', reason, { cause: answer.cause })
    this.status = answer.status ?? null
    this.retryAfter = answer.retryAfter ?? null
  }
}

/** Whether a server says that what was there is not, as 404 and 410 do. */
export const isGone = (error: unknown): boolean =>
  error instanceof Unreachable && (error.status === 404 || error.status === 410)

/** The seconds that a `Retry-After` asks for, be it a number or a date; null where it is neither. */
export function retryAfter(header: string | undefined, now: Date): number | null {
  if (!header?.trim()) return null
  if (/^\s*\d{1,9}\s*$/u.test(header)) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000))
}
