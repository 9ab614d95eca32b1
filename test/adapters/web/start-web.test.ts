import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { openMetrics } from '../../../src/adapters/metrics/metrics.ts'
import { startReader } from '../../../src/adapters/web/start-web.ts'
import { UserError } from '../../../src/errors.ts'
import { openTown, WEB } from './town.ts'

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.leave())

const serve = (web: Partial<typeof WEB>, anyPort = true) =>
  startReader({
    newsroom: town.newsroom,
    commands,
    web: { ...WEB, ...web },
    log: pino({ level: 'silent' }),
    routes: [],
    anyPort,
    metrics: openMetrics('0'),
  })

describe('a reader that is served', () => {
  it('answers at the address that it gives, until it is closed', async () => {
    const { at, stop } = await serve({})
    expect(await (await fetch(`${at}/healthz`)).text()).toBe('alive')
    expect((await fetch(`${at}/`)).status).toBe(200)
    await stop()
    await expect(fetch(`${at}/healthz`)).rejects.toThrow()
  })

  it('is known by its public address where it has one', async () => {
    const { at, listensAt, stop } = await serve({ publicUrl: 'https://reader.bell.example' })
    expect(at).toBe('https://reader.bell.example')
    expect((await fetch(`${listensAt}/healthz`)).status).toBe(200)
    await stop()
  })

  it('says so where the port asked for is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    await expect(serve({ port })).rejects.toThrow(UserError)
    await expect(serve({ port })).rejects.toThrow(/READBACK_PORT/)
    other.close()
  })

  it('finds a port of its own where none was asked for', async () => {
    const [one, other] = [await serve({ port: null }), await serve({ port: null })]
    expect(one.at).not.toBe(other.at)
    await Promise.all([one.stop(), other.stop()])
  })

  it('takes no other port under a supervisor, whose proxy would not find it', async () => {
    const person = await serve({ port: null })
    await expect(serve({ port: null }, false)).rejects.toThrow(/Port 7323 is taken/)
    await person.stop()
  })

  it('does not open to the world without a key', async () => {
    await expect(serve({ host: '0.0.0.0' })).rejects.toThrow(/READBACK_TOKEN/)
  })
})
