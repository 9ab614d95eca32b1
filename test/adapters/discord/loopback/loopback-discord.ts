// Simulates Discord's API on this machine, strict about its published rules.
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { type Gateway, gatewayUrl, openGateway } from './gateway.ts'
import { APPLICATION, CHANNEL, type Payload } from './interactions.ts'
import { ChannelMessage, Edit, Response } from './message-rules.ts'

/** A message or response as the bot sent it. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was sent
export type Message = any

/**
 * Decides how a request fails; null if it does not. Without a status the connection is cut. `effect`: the request takes
 * effect before it fails.
 */
export type RequestFailure = (request: { method: string; path: string }) => null | {
  status?: number
  headers?: Record<string, string>
  body?: object
  effect: boolean
}

/** A simulated Discord: its API and its gateway. */
export type Discord = {
  api: string
  gateway: Gateway
  /** The rules that the bot broke, in words. */
  violations: string[]
  /** Every request, as `METHOD route`. */
  requests: string[]
  /** The commands that are registered. */
  commands: Message[]
  /** Dispatches an interaction, and returns the first response to it. */
  first(payload: Payload): Promise<Message>
  /** Returns the edit of a deferred response to an interaction. */
  edited(payload: Payload): Promise<Message>
  /** Notes that an interaction was deferred over HTTP, so that its response may be edited. */
  deferred(payload: Payload): void
  /** Returns the public answers, as they read now. */
  channel(): Message[]
  /** The messages that the bot posted outside of interactions, with their channels. */
  posts: Message[]
  /** The messages of people that stand in every channel. */
  said: object[]
  /** Waits until a condition holds; it is checked after every request. */
  until(so: () => boolean): Promise<void>
  /** Deletes all messages. */
  clear(): void
  /** Makes requests fail until it is called with null. */
  trouble(trouble: RequestFailure | null): void
  stop(): Promise<void>
}

type Open = {
  at: number
  /** The id of the message that its response is. */
  message: string
  first: PromiseWithResolvers<Message>
  edit: PromiseWithResolvers<Message>
  response: Message | null
}

/** The response that updates the message whose button was pressed: it is no message of its own. */
const UPDATE = 7

const MAX_RESPONSE_AGE_MS = 3000

const FIRST_MESSAGE_ID = 1_400_000_000_000
const FIRST_POST_ID = 1_600_000_000_000

const TOKEN = 'a-bot-token'

export { TOKEN }

/** Starts a simulated Discord on a free port. `heartbeat` is the gateway's interval in milliseconds. */
export async function startLoopbackDiscord({ heartbeat = 41_250 } = {}): Promise<Discord> {
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const gateway = openGateway(server, { token: TOKEN, heartbeat })
  const open = new Map<string, Open>()
  const changed = new EventEmitter().setMaxListeners(0)
  const discord: Discord = {
    api: `${gatewayUrl(server).replace('ws:', 'http:')}/api`,
    gateway,
    violations: [],
    requests: [],
    commands: [],
    first(payload) {
      const { first } = opened(payload)
      gateway.dispatch(payload)
      return first.promise
    },
    edited: (payload) => opened(payload).edit.promise,
    deferred(payload) {
      opened(payload).response = { type: 5 }
    },
    channel: () =>
      [...open.values()]
        .filter(({ response }) => response?.type !== UPDATE)
        .map(({ response }) => response?.data)
        .filter((data) => data?.components && !(data.flags & 64)),
    posts: [],
    said: [],
    async until(so) {
      while (!so()) await once(changed, 'change')
    },
    clear() {
      open.clear()
      discord.posts.length = 0
    },
    trouble(next) {
      trouble = next
    },
    async stop() {
      gateway.stop()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  let trouble: RequestFailure | null = null

  function opened({ token }: Payload): Open {
    const known = open.get(token)
    if (known) return known
    const one = {
      at: Date.now(),
      message: String(FIRST_MESSAGE_ID + open.size),
      first: Promise.withResolvers(),
      edit: Promise.withResolvers(),
      response: null,
    }
    open.set(token, one as Open)
    return one as Open
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { method = '', url: path = '' } = request
    const body = method === 'GET' ? null : await json(request)
    discord.requests.push(`${method} ${path.replace(/^\/api\/v10/, '').replace(/\?.*/, '')}`)
    const wrong = trouble?.({ method, path })
    const [status, data] =
      wrong && !wrong.effect
        ? [wrong.status ?? 0, wrong.body]
        : respond(method, path, body, request.headers.authorization)
    if (wrong && !wrong.status) {
      request.socket.destroy()
      return
    }
    const type = status === 204 && !wrong ? 'text/html; charset=utf-8' : 'application/json'
    response.writeHead(wrong?.status ?? status, { 'content-type': type, ...wrong?.headers })
    response.end(status === 204 && !wrong ? undefined : JSON.stringify(wrong?.body ?? data ?? {}))
    changed.emit('change')
  }

  function respond(method: string, path: string, body: Message, key?: string): [number, unknown?] {
    const route = path.replace(/^\/api\/v10/, '').replace(/\?.*/, '')
    const [, callback] = /^\/interactions\/\d+\/([\w-]+)\/callback$/.exec(route) ?? []
    if (method === 'POST' && callback) return firstResponse(open.get(callback), body)
    const [, edit] = new RegExp(`^/webhooks/${APPLICATION}/([\\w-]+)/messages/@original$`).exec(route) ?? []
    if (method === 'PATCH' && edit) return edited(open.get(edit), body)
    if (method === 'GET' && edit) return original(open.get(edit))
    if (route.startsWith('/channels/')) return inChannel(method, route, body, key)
    return elsewhere(method, route, body)
  }

  function firstResponse(one: Open | undefined, body: Message): [number, unknown?] {
    if (!one || Date.now() - one.at > MAX_RESPONSE_AGE_MS) {
      discord.violations.push('a first response to nothing, or too late')
      return [404, { code: 10062, message: 'Unknown interaction' }]
    }
    if (one.response) return [400, { code: 40060, message: 'Interaction has already been acknowledged.' }]
    const read = Response.safeParse(body)
    if (!read.success) return invalid(read.error)
    one.response = body
    one.first.resolve(body)
    return [204]
  }

  function edited(one: Open | undefined, body: Message): [number, unknown?] {
    if (!one?.response) return [404, { code: 10015, message: 'Unknown Webhook' }]
    const read = Edit.safeParse(body)
    if (!read.success) return invalid(read.error)
    one.response = { ...one.response, data: { ...body, flags: body.flags | (one.response.data?.flags ?? 0) } }
    one.edit.resolve(body)
    return [200, { id: APPLICATION, ...body }]
  }

  function original(one: Open | undefined): [number, unknown?] {
    if (!one?.response) return [404, { code: 10015, message: 'Unknown Webhook' }]
    return [200, { ...one.response.data, id: one.message, channel_id: CHANNEL }]
  }

  /** Answers requests with the bot's own token. */
  function inChannel(method: string, route: string, body: Message, key?: string): [number, unknown?] {
    if (key !== `Bot ${TOKEN}`) return [401, { code: 0, message: '401: Unauthorized' }]
    const [, channel, message] = /^\/channels\/(\d+)\/messages(?:\/(\d+))?$/.exec(route) ?? []
    if (method === 'GET') return [200, discord.said]
    const shape = method === 'PATCH' ? Edit : ChannelMessage
    const read = shape.safeParse(body)
    if (!read.success) return invalid(read.error)
    if (method === 'PATCH') {
      const one = [...open.values()].find((one) => one.message === message)
      const post = discord.posts.find(({ id }) => id === message)
      if (post) {
        Object.assign(post, body)
        return [200, { id: message, channel_id: channel }]
      }
      if (!one?.response || one.response.data.flags & 64)
        return [404, { code: 10008, message: 'Unknown Message' }]
      one.response.data = { ...one.response.data, ...body }
      return [200, { id: message, channel_id: channel }]
    }
    const twice = discord.posts.find(({ nonce }) => nonce !== undefined && nonce === body.nonce)
    const post = twice ?? { ...body, channel, id: String(FIRST_POST_ID + discord.posts.length) }
    if (!twice) discord.posts.push(post)
    return [200, { id: post.id, channel_id: channel }]
  }

  function elsewhere(method: string, route: string, body: Message): [number, unknown?] {
    if (route === '/gateway/bot')
      return [200, { url: gatewayUrl(server), shards: 1, session_start_limit: SESSION_START_LIMIT }]
    if (route === '/applications/@me') return [200, { id: APPLICATION }]
    if (/^\/applications\/\d+\/(guilds\/\d+\/)?commands$/.test(route)) {
      if (method === 'PUT')
        discord.commands = body.map((one: object, n: number) => ({ ...COMMAND_DEFAULTS, ...one, id: `${n}` }))
      return [200, discord.commands]
    }
    discord.violations.push(`${method} ${route}`)
    return [404, { code: 0, message: '404: Not Found' }]
  }

  function invalid(error: { message: string }): [number, unknown] {
    discord.violations.push(error.message)
    return [400, { code: 50035, message: 'Invalid Form Body' }]
  }

  return discord
}

const SESSION_START_LIMIT = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 }

/** The fields that Discord adds to a registered command. */
const COMMAND_DEFAULTS = {
  application_id: APPLICATION,
  version: '1',
  default_member_permissions: null,
  nsfw: false,
  description: '',
}
