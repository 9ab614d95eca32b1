// Classifies failed calls to Slack as faults.
import { webApi } from '@slack/bolt'

/**
 * How a call failed. `refused`: Slack read it and did not carry it out; `expired`: the response URL is used up or too
 * old; `limited`: too many calls; `unreached`: Slack did not receive it; `unsure`: it may have taken effect.
 */
export type SlackFaultKind = 'refused' | 'expired' | 'limited' | 'unreached' | 'unsure'

/** A failed call to Slack. It holds nothing of what was sent. */
export class SlackFault extends Error {
  override name = 'SlackFault'
  readonly kind: SlackFaultKind
  /** Slack's error code (`not_in_channel`), the HTTP status, or the code of the network failure. */
  readonly code: string
  /** The missing scope, or the seconds to wait, as text. */
  readonly detail: string | null

  constructor(kind: SlackFaultKind, code: string, detail: string | null = null) {
    super(`Slack: ${code}`)
    this.kind = kind
    this.code = code
    this.detail = detail
  }
}

/**
 * Slack's error codes that are not refusals: rate limits, and internal errors after which a call may have taken
 * effect.
 */
const KIND_BY_CODE: Record<string, SlackFaultKind> = {
  ratelimited: 'limited',
  rate_limited: 'limited',
  service_unavailable: 'unsure',
  request_timeout: 'unsure',
  internal_error: 'unsure',
  fatal_error: 'unsure',
}

/** Tells whether a call failed so that it may have taken effect. */
export const isUnsure = (failure: unknown) => failure instanceof SlackFault && failure.kind === 'unsure'

/** Returns a failure of Slack's Web API as a SlackFault, and any other failure unchanged. */
export function slackFaultOf(failure: unknown): unknown {
  if (failure instanceof webApi.WebAPIPlatformError) {
    const { error, needed } = failure.data as { error: string; needed?: string }
    return new SlackFault(KIND_BY_CODE[error] ?? 'refused', error, needed ?? null)
  }
  if (failure instanceof webApi.WebAPIRateLimitedError)
    return new SlackFault('limited', 'ratelimited', String(failure.retryAfter))
  if (failure instanceof webApi.WebAPIHTTPError)
    return new SlackFault(faultKindOfStatus(failure.statusCode), String(failure.statusCode))
  if (failure instanceof webApi.WebAPIRequestError) return networkFault(failure)
  return failure
}

/** Returns the kind of fault for an HTTP status. What is answered with a 5xx, 503 as well, may have taken effect. */
export const faultKindOfStatus = (status: number): SlackFaultKind => {
  if (status === 429) return 'limited'
  return status >= 500 ? 'unsure' : 'expired'
}

/** Codes of network failures after which nothing was sent. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** Returns a network failure as a SlackFault: `unreached` if nothing can have been sent, otherwise `unsure`. */
export function networkFault(failure: unknown): SlackFault {
  const code = codeIn(failure, 4)
  return new SlackFault(NOT_SENT.has(code) ? 'unreached' : 'unsure', code)
}

/** Returns the first system code in a chain of causes, at most `depth` errors deep; `network` if there is none. */
function codeIn(failure: unknown, depth: number): string {
  if (!(failure instanceof Error) || depth === 0) return 'network'
  const { code, original, cause } = failure as { code?: unknown; original?: unknown; cause?: unknown }
  const own = typeof code === 'string' && /^E[A-Z_]+$|^UND_/.test(code) ? code : null
  return own ?? codeIn(original ?? cause, depth - 1)
}
