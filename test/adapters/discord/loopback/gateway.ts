// Simulates Discord's gateway on this machine.
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { APPLICATION, type Payload } from './interactions.ts'

/** Opcodes and close codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const OPCODES = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
}

type Packet = { op: number; d: unknown; s?: number; t?: string }

/** A simulated gateway. */
export type Gateway = {
  /** What the bot did, in order: `identify 0`, `resume`, `refused`, `left 1000` … */
  botActions: string[]
  /** Resolves when the bot has identified or resumed so many times. */
  arrived(times: number): Promise<void>
  /** Dispatches an interaction; while the bot is disconnected it is stored, and replayed when the bot resumes. */
  dispatch(payload: Payload): void
  /** Dispatches a message, like `dispatch`. */
  say(message: object): void
  /** Cuts the connection as a network failure does. */
  cut(): void
  /** Closes the connection with one of Discord's codes. */
  close(code: number): void
  /** Tells the bot to reconnect (op 7). */
  reconnect(): void
  /** Tells the bot that its session is invalid (op 9), or that it may resume. */
  invalidate(resumable: boolean): void
  /** Answers no heartbeat on the connections that are open, as a dead connection does. */
  goSilent(): void
  /** Refuses so many connections, by turns with status 503 and by hanging up. */
  refuse(times: number): void
  stop(): void
}

/** Opens a gateway on an HTTP server, for one bot. `heartbeat` is in milliseconds. */
export function openGateway(
  server: Server,
  { token, heartbeat }: { token: string; heartbeat: number },
): Gateway {
  const sockets = new WebSocketServer({ noServer: true })
  const botActions: string[] = []
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
      botActions.push('refused')
      if (refusing % 2) socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n')
      else socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, welcome)
  })

  const send = (socket: WebSocket, packet: Packet) =>
    socket.send(JSON.stringify({ s: null, t: null, ...packet }))

  function welcome(socket: WebSocket) {
    send(socket, { op: OPCODES.hello, d: { heartbeat_interval: heartbeat } })
    socket.on('message', (data) => receive(socket, JSON.parse(String(data)) as Packet))
    socket.on('close', (code) => {
      botActions.push(`left ${code}`)
      if (bot === socket) bot = null
    })
  }

  function receive(socket: WebSocket, { op, d }: Packet) {
    if (op === OPCODES.heartbeat && !silent.has(socket)) send(socket, { op: OPCODES.ack, d: null })
    if (op === OPCODES.identify) identify(socket, d as { token: string; intents: number })
    if (op === OPCODES.resume) resume(socket, d as { session_id: string; seq: number })
  }

  function identify(socket: WebSocket, { token: given, intents }: { token: string; intents: number }) {
    botActions.push(`identify ${intents}`)
    if (given !== token) return socket.close(4004, 'Authentication failed.')
    session++
    events.length = 0
    add('READY', {
      v: 10,
      user: { id: APPLICATION, username: 'readback', discriminator: '0', avatar: null, bot: true },
      guilds: [],
      session_id: `session-${session}`,
      resume_gateway_url: gatewayUrl(server),
      shard: [0, 1],
      application: { id: APPLICATION, flags: 0 },
    })
    connect(socket, events)
  }

  function resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }) {
    botActions.push('resume')
    if (session_id !== `session-${session}`) return send(socket, { op: OPCODES.invalid, d: false })
    const missed = events.filter(({ s = 0 }) => s > seq)
    add('RESUMED', {})
    connect(socket, [...missed, ...events.slice(-1)])
  }

  function connect(socket: WebSocket, packets: Packet[]) {
    bot = socket
    for (const packet of packets) send(socket, packet)
    arrivals++
    for (const { times, resolve } of waiting) if (arrivals >= times) resolve()
  }

  const add = (t: string, d: unknown) => events.push({ op: OPCODES.dispatch, t, d, s: events.length + 1 })

  return {
    botActions,
    arrived: (times) =>
      arrivals >= times ? Promise.resolve() : new Promise((resolve) => waiting.push({ times, resolve })),
    dispatch(payload) {
      add('INTERACTION_CREATE', payload)
      const packet = events.at(-1)
      if (bot && packet) send(bot, packet)
    },
    say(message) {
      add('MESSAGE_CREATE', message)
      const packet = events.at(-1)
      if (bot && packet) send(bot, packet)
    },
    cut: () => bot?.terminate(),
    close: (code) => bot?.close(code),
    reconnect: () => bot && send(bot, { op: OPCODES.reconnect, d: null }),
    invalidate: (resumable) => bot && send(bot, { op: OPCODES.invalid, d: resumable }),
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

/** Returns the address of a server's gateway. */
export function gatewayUrl(server: Server): string {
  const address = server.address()
  return typeof address === 'object' && address ? `ws://127.0.0.1:${address.port}` : ''
}
