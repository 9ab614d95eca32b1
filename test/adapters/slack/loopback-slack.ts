// Simulates Slack on this machine: Web API, response URLs and Socket Mode.
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import {
  ARGUMENT_SCHEMAS,
  type Call,
  type Channels,
  type Posted,
  perform,
  RESPONSE_URL_SCHEMA,
} from './web-api.ts'

/** How a call fails: before it takes effect or, with `after`, once it has. */
export type Failure = {
  status?: number
  body?: string
  headers?: Record<string, string>
  after?: boolean
  hangUp?: boolean
}

/** What Readback sent: a call, or a message to a response URL, given by its number. */
export type Sent = Call & { response: number | null }

/** A delivery; the promise resolves when it is acknowledged. */
export type Delivered = { acknowledged: Promise<void> }

/**
 * Starts a simulated Slack on a free port. It checks everything it receives against Slack’s published limits and lists
 * the violations; calls can be made to fail.
 */
export async function openLoopbackSlack(channels: Channels = new Map()) {
  const sent: Sent[] = []
  const violations: string[] = []
  const failures = new Map<string, Failure[]>()
  const uses = new Map<number, number>()
  const changed = new EventEmitter().setMaxListeners(0)
  const waiting = new Map<string, () => void>()
  const sockets = new Set<WebSocket>()
  let trouble: ((method: string) => Failure | null) | null = null
  const counts = { envelopes: 0, urls: 0, connections: 0 }

  const server = createServer((request, response) => void serve(request, response))
  const wss = new WebSocketServer({ server })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const here = `http://127.0.0.1:${port}`

  wss.on('connection', (socket) => {
    sockets.add(socket)
    counts.connections++
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (data) => waiting.get(JSON.parse(String(data)).envelope_id)?.())
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
    changed.emit('change')
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await Array.fromAsync(request)).toString()
    const [, kind, name = ''] = (request.url ?? '').split('/')
    const method = kind === 'api' ? name : 'response_url'
    const failure = failures.get(method)?.shift() ?? trouble?.(method)
    if (failure && !failure.after) return fail(failure, response)
    const result = kind === 'api' ? api(name, body) : respond(Number(name), body)
    if (failure) return fail(failure, response)
    response.writeHead(result.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(result.body))
  }

  function api(method: string, body: string) {
    const args = Object.fromEntries(
      [...new URLSearchParams(body)].map(([key, value]) => [key, parsed(value)]),
    )
    check(`${method}`, ARGUMENT_SCHEMAS[method], args)
    const result = perform({ method, args }, channels, { socket: `ws://127.0.0.1:${port}/` })
    if ('ok' in result && result.ok === true) note({ method, args, response: null })
    return { status: 200, body: result }
  }

  function respond(url: number, body: string) {
    const used = (uses.get(url) ?? 0) + 1
    uses.set(url, used)
    if (used > 5) return { status: 404, body: 'used_url' }
    const args = JSON.parse(body)
    check('response_url', RESPONSE_URL_SCHEMA, args)
    note({ method: 'response_url', args, response: url })
    return { status: 200, body: { ok: true } }
  }

  function check(
    what: string,
    shape: { safeParse: (args: unknown) => { success: boolean; error?: Error } } | undefined,
    args: unknown,
  ) {
    const checked = shape?.safeParse(args)
    if (!checked?.success) violations.push(`${what}: ${checked?.error?.message ?? 'there is no such method'}`)
  }

  /** Keeps the message that an event tells of, as Slack has it before it delivers the event. */
  function keepMessage({ event }: { event?: Partial<Posted> & { channel?: unknown } }) {
    const { ts, text, user, thread_ts } = event ?? {}
    const messages = channels.get(String(event?.channel))?.messages
    if (!messages || !ts || text === undefined || messages.some((one) => one.ts === ts)) return
    messages.push({ ts, text, ...(user && { user }), ...(thread_ts && { thread_ts }) })
  }

  function note(one: Sent) {
    sent.push(one)
    changed.emit('change')
  }

  const answers = () => sent.filter(({ method }) => !UNCOUNTED_METHODS.has(method))

  return {
    channels,
    sent,
    violations,
    counts,
    apiUrl: `${here}/api/`,
    /** Returns a new response URL. */
    responseUrl: () => `${here}/response/${++counts.urls}`,
    /** Fails the next call of a method, or to a response URL. */
    failNext(method: string, ...failure: Failure[]) {
      failures.set(method, [...(failures.get(method) ?? []), ...failure])
    },
    /** Fails whatever calls it says, until it is called with null. */
    trouble(next: ((method: string) => Failure | null) | null) {
      trouble = next
    },
    /** Delivers an envelope over a socket, once one is open; it has to be acknowledged within three seconds. */
    async deliver(type: string, payload: object, retry = 0): Promise<Delivered> {
      while (sockets.size === 0) await once(changed, 'change')
      keepMessage(payload)
      const envelope_id = `envelope-${++counts.envelopes}`
      const since = performance.now()
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.set(envelope_id, () => {
        if (performance.now() - since > 3_000) violations.push(`${type}: acknowledged late`)
        waiting.delete(envelope_id)
        resolve()
      })
      const [socket] = sockets
      socket?.send(
        JSON.stringify({ type, envelope_id, payload, accepts_response_payload: true, retry_attempt: retry }),
      )
      return { acknowledged: promise }
    },
    /** Waits until Readback has sent so many answers in all, and returns them. */
    async answered(count: number): Promise<Sent[]> {
      while (answers().length < count) await once(changed, 'change')
      return answers()
    },
    /** Waits until there were so many connections in all, and one is open. */
    async connected(count: number): Promise<void> {
      while (counts.connections < count || sockets.size === 0) await once(changed, 'change')
    },
    /** Asks for another connection, as Slack does every few hours. */
    refresh() {
      for (const socket of sockets)
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    },
    /** Breaks the connection off. */
    drop() {
      for (const socket of sockets) socket.terminate()
    },
    async close() {
      for (const socket of sockets) socket.terminate()
      wss.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type LoopbackSlack = Awaited<ReturnType<typeof openLoopbackSlack>>

/** The methods that answer nobody. */
const UNCOUNTED_METHODS = new Set([
  'auth.test',
  'apps.connections.open',
  'conversations.replies',
  'conversations.history',
])

function fail({ status = 500, body = '', headers = {}, hangUp }: Failure, response: ServerResponse): void {
  if (hangUp) response.destroy()
  else response.writeHead(status, headers).end(body)
}

function parsed(value: string): unknown {
  return /^[[{]/.test(value) ? JSON.parse(value) : value
}
