import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { serveReader } from '../../../src/adapters/web/start.ts'
import { UserError } from '../../../src/errors.ts'
import { openTown, WEB } from './town.ts'

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.leave())

const serve = (web: Partial<typeof WEB>) =>
  serveReader({ newsroom: town.newsroom, commands, web: { ...WEB, ...web }, log: pino({ level: 'silent' }) })

describe('a reader that is served', () => {
  it('answers at the address that it gives, until it is closed', async () => {
    const { address, close } = await serve({})
    expect(await (await fetch(`${address}/healthz`)).text()).toBe('alive')
    expect((await fetch(`${address}/`)).status).toBe(200)
    await close()
    await expect(fetch(`${address}/healthz`)).rejects.toThrow()
  })

  it('is known by its public address where it has one', async () => {
    const { address, close } = await serve({ publicUrl: 'https://reader.bell.example' })
    expect(address).toBe('https://reader.bell.example')
    await close()
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
    expect(one.address).not.toBe(other.address)
    await Promise.all([one.close(), other.close()])
  })

  it('does not open to the world without a key', async () => {
    await expect(serve({ host: '0.0.0.0' })).rejects.toThrow(/READBACK_TOKEN/)
  })
})
