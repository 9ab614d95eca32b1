import { webApi } from '@slack/bolt'

/**
 * What became of a call that failed. `refused`: Slack read it and would not do it; `expired`: the response URL is used
 * up or too old; `limited`: too many calls; `unreached`: Slack never took it; `unsure`: it may have taken effect.
 */
export type FaultKind = 'refused' | 'expired' | 'limited' | 'unreached' | 'unsure'

/** A fault is a failed call to Slack. It holds nothing of what was sent. */
export class Fault extends Error {
  override name = 'SlackFault'
  readonly kind: FaultKind
  /** Slack's own code (`not_in_channel`), or the status. */
  readonly code: string
  /** The scope that is missing, or the seconds to wait. */
  readonly detail: string | null

  constructor(kind: FaultKind, code: string, detail: string | null = null) {
    super(`Slack: ${code}`)
    this.kind = kind
    this.code = code
    this.detail = detail
  }
}

/** Codes that are no refusal: Slack's own trouble, after which a call may have taken effect all the same. */
const KINDS: Record<string, FaultKind> = {
  ratelimited: 'limited',
  rate_limited: 'limited',
  service_unavailable: 'unsure',
  request_timeout: 'unsure',
  internal_error: 'unsure',
  fatal_error: 'unsure',
}

/** A failure of Slack's Web API as a fault; any other failure as it is. */
export function faultOf(failure: unknown): unknown {
  if (failure instanceof webApi.WebAPIPlatformError) {
    const { error, needed } = failure.data as { error: string; needed?: string }
    return new Fault(KINDS[error] ?? 'refused', error, needed ?? null)
  }
  if (failure instanceof webApi.WebAPIRateLimitedError)
    return new Fault('limited', 'ratelimited', String(failure.retryAfter))
  if (failure instanceof webApi.WebAPIHTTPError)
    return new Fault(kindOf(failure.statusCode), String(failure.statusCode))
  if (failure instanceof webApi.WebAPIRequestError) return networkFault(failure)
  return failure
}

/** The kind of fault that a status is: 503 is said before anything is done, other 5xx may be said after. */
export const kindOf = (status: number): FaultKind => {
  if (status === 429) return 'limited'
  if (status === 503) return 'unreached'
  return status >= 500 ? 'unsure' : 'expired'
}

/** Causes that say that nothing was sent. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** A fault of the network: unless nothing can have been sent, the call may have taken effect. */
export function networkFault(failure: unknown): Fault {
  const code = codeIn(failure, 4)
  return new Fault(NOT_SENT.has(code) ? 'unreached' : 'unsure', code)
}

function codeIn(failure: unknown, depth: number): string {
  if (!(failure instanceof Error) || depth === 0) return 'network'
  const { code, original, cause } = failure as { code?: unknown; original?: unknown; cause?: unknown }
  const own = typeof code === 'string' && /^E[A-Z_]+$|^UND_/.test(code) ? code : null
  return own ?? codeIn(original ?? cause, depth - 1)
}
