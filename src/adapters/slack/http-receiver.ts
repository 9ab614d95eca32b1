import { type App, type Receiver, verifySlackRequest } from '@slack/bolt'
import type { Logger } from 'pino'
import { bodyOf } from '../request-body.ts'
import type { Deliveries } from './deliveries.ts'

/** Where Slack posts everything to. */
export const PATH = '/slack/events'

type Signing = { signingSecret: string; deliveries: Deliveries; log: Logger }

/** A receiver for requests that the web server takes in. */
export type HttpReceiver = Receiver & { handle(request: Request): Promise<Response> }

/**
 * Takes what Slack posts. A request that is not signed by Slack, is older than five minutes, or has been taken in
 * before is refused (https://docs.slack.dev/authentication/verifying-requests-from-slack).
 */
export function openHttpReceiver({ signingSecret, deliveries, log }: Signing): HttpReceiver {
  let app: App | null = null

  async function handle(request: Request): Promise<Response> {
    const body = (await bodyOf(request))?.toString()
    if (body === undefined) return new Response(null, { status: 413 })
    const form = isForm(request) ? new URLSearchParams(body) : null
    if (form?.get('ssl_check') === '1') return new Response(null)
    if (!isSigned(request, body) || !isNew(request)) return refused()
    const payload = payloadOf(form, body)
    if (!payload || !app) return new Response(null, { status: 400 })
    if (payload.type === 'url_verification') return Response.json({ challenge: payload.challenge })
    return dispatch(app, payload, request)
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

  const isNew = (request: Request) => deliveries.take(`signature:${request.headers.get('x-slack-signature')}`)

  return {
    handle,
    init: (bolt) => {
      app = bolt
    },
    start: async () => {},
    stop: async () => {},
  }
}

/** Slack tries no second time what is refused. */
const refused = () => new Response(null, { status: 401, headers: { 'X-Slack-No-Retry': '1' } })

const isForm = (request: Request) =>
  request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false

/** Interactions come as JSON in a form, commands as a form, events as JSON. */
function payloadOf(form: URLSearchParams | null, body: string): Record<string, unknown> | null {
  try {
    const json = form ? form.get('payload') : body
    return json === null ? Object.fromEntries(form ?? []) : JSON.parse(json)
  } catch {
    return null
  }
}

/** The response is sent as soon as the delivery is acknowledged; the work goes on after it. */
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
