import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { APPLICATION, type Payload } from './person.ts'

/** Opcodes and close codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, ack: 11 }

type Packet = { op: number; d: unknown; s?: number; t?: string }

/** What a bot did at the gateway, in order: `identify`, `resume`, `left 1000` … */
export type Gateway = {
  deeds: string[]
  /** Resolves when the bot is at the gateway, identified or resumed, for the nth time. */
  arrived(times: number): Promise<void>
  /** Dispatches an interaction; while the bot is away it is kept, and replayed when the bot resumes. */
  dispatch(payload: Payload): void
  /** Cuts the connection as a network does. */
  cut(): void
  /** Closes it as Discord does, with a code. */
  close(code: number): void
  /** Tells the bot to reconnect (op 7). */
  reconnect(): void
  /** Tells the bot that its session is invalid (op 9), or that it may resume. */
  invalidate(resumable: boolean): void
  /** Answers no heartbeat on the connections that are open, as a dead connection does. */
  goSilent(): void
  /** Refuses so many connections, with an answer or by hanging up, in turns. */
  refuse(times: number): void
  stop(): void
}

/** A gateway on an HTTP server, speaking Discord's protocol to one bot. */
export function openGateway(
  server: Server,
  { token, heartbeat }: { token: string; heartbeat: number },
): Gateway {
  const sockets = new WebSocketServer({ noServer: true })
  const deeds: string[] = []
  const events: Packet[] = []
  const waiting: { times: number; resolve: () => void }[] = []
  const silent = new WeakSet<WebSocket>()
  let bot: WebSocket | null = null
  let session = 0
  let arrivals = 0
  let refusing = 0

  server.on('upgrade', (request, socket, head) => {
    if (refusing > 0) {
      refusing--
      deeds.push('refused')
      if (refusing % 2) socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n')
      else socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, welcome)
  })

  const send = (socket: WebSocket, packet: Packet) =>
    socket.send(JSON.stringify({ s: null, t: null, ...packet }))

  function welcome(socket: WebSocket) {
    send(socket, { op: OP.hello, d: { heartbeat_interval: heartbeat } })
    socket.on('message', (data) => hear(socket, JSON.parse(String(data)) as Packet))
    socket.on('close', (code) => {
      deeds.push(`left ${code}`)
      if (bot === socket) bot = null
    })
  }

  function hear(socket: WebSocket, { op, d }: Packet) {
    if (op === OP.heartbeat && !silent.has(socket)) send(socket, { op: OP.ack, d: null })
    if (op === OP.identify) identify(socket, d as { token: string; intents: number })
    if (op === OP.resume) resume(socket, d as { session_id: string; seq: number })
  }

  function identify(socket: WebSocket, { token: given, intents }: { token: string; intents: number }) {
    deeds.push(`identify ${intents}`)
    if (given !== token) return socket.close(4004, 'Authentication failed.')
    session++
    events.length = 0
    add('READY', {
      v: 10,
      user: { id: APPLICATION, username: 'readback', discriminator: '0', avatar: null, bot: true },
      guilds: [],
      session_id: `session-${session}`,
      resume_gateway_url: url(server),
      shard: [0, 1],
      application: { id: APPLICATION, flags: 0 },
    })
    arrive(socket, events)
  }

  function resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }) {
    deeds.push('resume')
    if (session_id !== `session-${session}`) return send(socket, { op: OP.invalid, d: false })
    const missed = events.filter(({ s = 0 }) => s > seq)
    add('RESUMED', {})
    arrive(socket, [...missed, ...events.slice(-1)])
  }

  function arrive(socket: WebSocket, packets: Packet[]) {
    bot = socket
    for (const packet of packets) send(socket, packet)
    arrivals++
    for (const { times, resolve } of waiting) if (arrivals >= times) resolve()
  }

  const add = (t: string, d: unknown) => events.push({ op: OP.dispatch, t, d, s: events.length + 1 })

  return {
    deeds,
    arrived: (times) =>
      arrivals >= times ? Promise.resolve() : new Promise((resolve) => waiting.push({ times, resolve })),
    dispatch(payload) {
      add('INTERACTION_CREATE', payload)
      const packet = events.at(-1)
      if (bot && packet) send(bot, packet)
    },
    cut: () => bot?.terminate(),
    close: (code) => bot?.close(code),
    reconnect: () => bot && send(bot, { op: OP.reconnect, d: null }),
    invalidate: (resumable) => bot && send(bot, { op: OP.invalid, d: resumable }),
    goSilent() {
      for (const socket of sockets.clients) silent.add(socket)
    },
    refuse(times) {
      refusing = times
    },
    stop() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

/** The address of a server's gateway. */
export function url(server: Server): string {
  const address = server.address()
  return typeof address === 'object' && address ? `ws://127.0.0.1:${address.port}` : ''
}
