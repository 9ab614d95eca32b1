// Receives Slack's deliveries as signed HTTP requests.
import { type App, type Receiver, verifySlackRequest } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Deliveries } from '../deliveries.ts'
import { readBody } from '../request-body.ts'

/** The path that Slack posts every delivery to. */
export const SLACK_EVENTS_PATH = '/slack/events'

type HttpReceiverOptions = { signingSecret: string; deliveries: Deliveries; log: Logger }

/** A Bolt receiver for requests that the web server passes on. */
export type HttpReceiver = Receiver & { handle(request: Request): Promise<Response> }

/**
 * Returns a receiver for Slack's requests. It refuses a request that is not signed by Slack or is older than five minutes
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). One that was received before is acknowledged
 * again within `MAX_REDELIVERY_SECONDS`, and does nothing: Slack may send the same twice in a second. Later it is a
 * replay, and refused.
 * Status 413 is a body that is too large, 401 a refused request, 400 a body that cannot be read.
 */
export function openHttpReceiver({ signingSecret, deliveries, log }: HttpReceiverOptions): HttpReceiver {
  let app: App | null = null

  async function handle(request: Request): Promise<Response> {
    const body = (await readBody(request))?.toString()
    if (body === undefined) return new Response(null, { status: 413 })
    const form = isForm(request) ? new URLSearchParams(body) : null
    if (form?.get('ssl_check') === '1') return new Response(null)
    if (!isSigned(request, body)) return refused()
    const payload = payloadOf(form, body)
    if (!payload || !app) return new Response(null, { status: 400 })
    if (payload.type === 'url_verification') return Response.json({ challenge: payload.challenge })
    if (isNew(request)) return dispatch(app, payload, request)
    return ageOf(request) <= MAX_REDELIVERY_SECONDS ? new Response(null) : refused()
  }

  function isSigned(request: Request, body: string): boolean {
    try {
      verifySlackRequest({
        signingSecret,
        body,
        headers: {
          'x-slack-signature': request.headers.get('x-slack-signature') ?? '',
          'x-slack-request-timestamp': Number(request.headers.get('x-slack-request-timestamp')),
        },
      })
      return true
    } catch {
      log.warn('Slack: a request was refused, its signature is wrong or old')
      return false
    }
  }

  const isNew = (request: Request) =>
    deliveries.claim(`signature:${request.headers.get('x-slack-signature')}`)

  return {
    handle,
    init: (bolt) => {
      app = bolt
    },
    start: async () => {},
    stop: async () => {},
  }
}

/** How old a request may be that is sent again as it was, in seconds. */
const MAX_REDELIVERY_SECONDS = 10

const ageOf = ({ headers }: Request) => Date.now() / 1_000 - Number(headers.get('x-slack-request-timestamp'))

/** Returns a refusal that Slack does not retry. */
const refused = () => new Response(null, { status: 401, headers: { 'X-Slack-No-Retry': '1' } })

const isForm = (request: Request) =>
  request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false

/**
 * Parses a body: interactions are JSON in a form, commands a form, events JSON. Returns null if the JSON is invalid.
 */
function payloadOf(form: URLSearchParams | null, body: string): Record<string, unknown> | null {
  try {
    const json = form ? form.get('payload') : body
    return json === null ? Object.fromEntries(form ?? []) : JSON.parse(json)
  } catch {
    return null
  }
}

/** Passes a delivery to Bolt. The response is sent once the delivery is acknowledged; the work continues after it. */
function dispatch(app: App, body: Record<string, unknown>, request: Request): Promise<Response> {
  const retry = request.headers.get('x-slack-retry-num')
  return new Promise((resolve) => {
    app
      .processEvent({
        body,
        ack: async (response) => resolve(response ? Response.json(response) : new Response(null)),
        ...(retry && { retryNum: Number(retry) }),
      })
      .then(() => resolve(new Response(null)))
      .catch(() => resolve(new Response(null, { status: 500 })))
  })
}
