import { Hono } from 'hono'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limitRate } from '../../../src/adapters/web/rate-limit.ts'
import { openTown, readerOf } from './town.ts'

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.leave())

describe('the log of the reader', () => {
  it('has the route, the status and the time of a request, and no word of what was asked', async () => {
    const lines: string[] = []
    const log = pino({ level: 'debug' }, { write: (line) => lines.push(line) })
    const reader = readerOf(town.newsroom, {}, log)
    await reader.get('/?command=quote&q=wormwood')
    await reader.get('/speakers/Wormwood?q=wormwood')
    await reader.get('/wormwood')
    await reader.get('/api/v1/quote?question=wormwood&after=wormwood')
    await reader.post('/check', new URLSearchParams({ draft: '“Wormwood,” she said.' }))
    await reader.post('/api/v1/check', JSON.stringify({ quotation: 'wormwood' }))
    expect(lines.map((line) => JSON.parse(line).route)).toEqual(
      expect.arrayContaining(['/', '/speakers/:name', '/api/v1/quote', '/check', '/api/v1/check']),
    )
    expect(lines.join('')).not.toMatch(/wormwood/i)
  })

  it('has a failure by its id, which is all that is told of it', async () => {
    const lines: string[] = []
    const log = pino({ level: 'error' }, { write: (line) => lines.push(line) })
    const status = () => Promise.reject(new Error('the disk is on fire'))
    const broken = { ...town.newsroom, read: { ...town.newsroom.read, status } }
    const answered = await readerOf(broken, {}, log).get('/status')
    const text = await answered.text()
    const { id, err } = JSON.parse(lines[0] ?? '{}')
    expect(answered.status).toBe(500)
    expect(text).toContain(id)
    expect(text).not.toContain('fire')
    expect(err.message).toBe('the disk is on fire')
    expect((await readerOf(broken).get('/readyz')).status).toBe(503)
    expect(await (await readerOf(broken).get('/healthz')).text()).toBe('alive')
  })

  it('tells a supervisor how many sources are late, and not which', async () => {
    const late = [{ source: 'wormwood', since: '2026-02-04T08:00:00.000Z' }]
    const status = async () => {
      const well = await town.newsroom.read.status()
      return { ...well, searched: { ...well.searched, late } }
    }
    const health = await readerOf({ ...town.newsroom, read: { ...town.newsroom.read, status } }).get(
      '/healthz',
    )
    expect(await health.text()).toBe('alive; 1 source late')
  })
})

describe('the limit', () => {
  /** An app for which it is the time that the test says. */
  function limited(perMinute: number) {
    const clock = { now: 0 }
    const client = (c: { req: { header: (name: string) => string | undefined } }) =>
      c.req.header('user') ?? ''
    const app = new Hono()
      .use(limitRate({ perMinute, client, now: () => clock.now }))
      .get('/', (c) => c.text(''))
    const ask = async (user: string) => (await app.request('/', { headers: { user } })).status
    return { clock, ask, app }
  }

  it('holds a client to so many requests, and lets it ask again as time goes by', async () => {
    const { clock, ask } = limited(2)
    expect([await ask('ines'), await ask('ines'), await ask('ines')]).toEqual([200, 200, 429])
    clock.now += 29_000
    expect(await ask('ines')).toBe(429)
    clock.now += 1_000
    expect([await ask('ines'), await ask('ines')]).toEqual([200, 429])
    clock.now += 3_600_000
    expect([await ask('ines'), await ask('ines'), await ask('ines')]).toEqual([200, 200, 429])
  })

  it('holds each client apart', async () => {
    const { ask } = limited(1)
    expect([await ask('ines'), await ask('mara'), await ask('ines')]).toEqual([200, 200, 429])
  })

  it('says how long to wait', async () => {
    const { app, ask } = limited(20)
    for (let i = 0; i < 20; i++) await ask('ines')
    const refused = await app.request('/', { headers: { user: 'ines' } })
    expect(refused.headers.get('retry-after')).toBe('3')
  })

  it('stands before the pages, and not before what a supervisor asks', async () => {
    const reader = readerOf(town.newsroom, { requestsPerMinute: 1 })
    expect([(await reader.get('/')).status, (await reader.get('/')).status]).toEqual([200, 429])
    expect((await reader.get('/healthz')).status).toBe(200)
  })
})
