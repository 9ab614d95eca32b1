// Limits the requests of each person, and the failed sign-ins of each address.
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { failureResponse } from './failure-pages.ts'

const MINUTE_SECONDS = 60

/** Returns middleware that answers 429 with Retry-After where a person made all their requests of a minute. */
export function limitRate(perMinute: number, client: (c: Context) => string): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS })
  return async function limitRate(c, next) {
    const refused = await limiter.consume(client(c)).then(
      () => null,
      (left: unknown) => left,
    )
    if (refused === null) return next()
    if (!(refused instanceof RateLimiterRes)) throw refused
    return tooMany(c, 'That was a lot of questions in a short time. Wait a moment, then ask again.', refused)
  }
}

/** Failed sign-ins of an address, and in how many seconds: nobody guesses a secret of sixteen characters so. */
const MAX_FAILED_SIGN_INS = 10
const FAILED_SIGN_INS_SECONDS = 15 * MINUTE_SECONDS

/** Counts failed sign-ins by address. */
export type FailedSignIns = {
  /** Returns the response to an address that failed too often; null where it may try. */
  refusal(c: Context, address: string): Promise<Response | null>
  count(address: string): void
}

export function countFailedSignIns(): FailedSignIns {
  const limiter = new RateLimiterMemory({ points: MAX_FAILED_SIGN_INS, duration: FAILED_SIGN_INS_SECONDS })
  return {
    async refusal(c, address) {
      const failed = await limiter.get(address)
      if (!failed || failed.consumedPoints < MAX_FAILED_SIGN_INS) return null
      return tooMany(c, 'That was wrong too often. Wait a quarter of an hour, then try again.', failed)
    },
    count: (address) => void limiter.penalty(address),
  }
}

function tooMany(
  c: Context,
  sentence: string,
  { msBeforeNext }: RateLimiterRes,
): Response | Promise<Response> {
  c.header('Retry-After', String(Math.max(1, Math.ceil(msBeforeNext / 1000))))
  return failureResponse(c, sentence, 429)
}
