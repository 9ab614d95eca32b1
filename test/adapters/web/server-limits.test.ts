import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { openMetrics } from '../../../src/adapters/metrics/metrics.ts'
import { SERVER_LIMITS } from '../../../src/adapters/web/server-limits.ts'
import { startReader } from '../../../src/adapters/web/start-web.ts'
import { openTown, WEB } from './town.ts'

let town: Awaited<ReturnType<typeof openTown>>
let reader: Awaited<ReturnType<typeof startReader>>
beforeAll(async () => {
  town = await openTown()
  reader = await startReader({
    newsroom: town.newsroom,
    commands,
    web: WEB,
    log: pino({ level: 'silent' }),
    routes: [],
    anyPort: true,
    metrics: openMetrics('0'),
    limits: { ...SERVER_LIMITS, headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 },
  })
})
afterAll(async () => {
  await reader.stop()
  await town.leave()
})

/** Sends bytes as they are, and returns all that comes back until the reader closes the connection. */
async function send(bytes: string): Promise<string> {
  const { hostname, port } = new URL(reader.at)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(bytes)
  return text(socket)
}

describe('a client that takes too much', () => {
  it.each([
    ['the headers of which never end', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
    [
      'the body of which never comes',
      'POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ndraft=',
    ],
    ['that never asks', ''],
  ])('has its connection closed: one %s', async (_, bytes) => {
    expect(await send(bytes)).toMatch(/^(?:HTTP\/1\.1 408 Request Timeout|$)/)
    expect((await fetch(`${reader.at}/healthz`)).status).toBe(200)
  })

  it('is refused with more headers than there may be', async () => {
    const long = 'z'.repeat(SERVER_LIMITS.maxHeaderSize)
    expect(await send(`GET /?q=${long} HTTP/1.1\r\nHost: localhost\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  })

  it('may ask the longest question in any script', async () => {
    const asked = await fetch(
      `${reader.at}/?${new URLSearchParams({ command: 'quote', q: '海'.repeat(2000) })}`,
    )
    expect(asked.status).toBe(200)
    const longer = await fetch(
      `${reader.at}/?${new URLSearchParams({ command: 'quote', q: '海'.repeat(2001) })}`,
    )
    expect([longer.status, await longer.text()]).toEqual([400, expect.stringContaining('2000 characters')])
  })
})
