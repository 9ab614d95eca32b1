// Declares the error of a failed fetch and reads what the server says about retrying.
import { Refusal } from '../../errors.ts'

/**
 * A failed fetch. `status` is the HTTP status, null where the server gave none; `retryAfter` is the number of
 * seconds that the server asks to wait, or null.
 */
export class FetchError extends Refusal {
  override name = 'FetchError'
  readonly status: number | null
  readonly retryAfter: number | null

  constructor(
    url: string,
    reason: string,
    answer: Partial<Pick<FetchError, 'status' | 'retryAfter' | 'cause'>>,
  ) {
    super(url, 'fetch', reason, { cause: answer.cause })
    this.status = answer.status ?? null
    this.retryAfter = answer.retryAfter ?? null
  }
}

/** Returns whether the server says that the page is gone: status 404 or 410. */
export const isPageGone = (error: unknown): boolean =>
  error instanceof FetchError && (error.status === 404 || error.status === 410)

/**
 * Returns the seconds that a `Retry-After` header asks to wait; the header is a number of seconds or an HTTP
 * date. Returns null for anything else. Example: `120` gives 120.
 */
export function parseRetryAfter(header: string | undefined, now: Date): number | null {
  if (!header?.trim()) return null
  if (/^\s*\d{1,9}\s*$/u.test(header)) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000))
}
