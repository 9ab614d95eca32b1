import { Hono } from 'hono'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
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
    await reader.get('/healthz?wormwood')
    await reader.get('/api/v1/quote?question=wormwood&after=wormwood')
    await reader.post('/check', new URLSearchParams({ draft: '“Wormwood,” she said.' }))
    await reader.post('/api/v1/check', JSON.stringify({ quotation: 'wormwood' }))
    expect(lines.map((line) => JSON.parse(line).route)).toEqual(
      expect.arrayContaining([
        '/',
        '/speakers/:name',
        '/healthz',
        '/api/v1/quote',
        '/check',
        '/api/v1/check',
      ]),
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
  function limited(perMinute: number) {
    const client = (c: { req: { header: (name: string) => string | undefined } }) =>
      c.req.header('user') ?? ''
    const app = new Hono().use(limitRate(perMinute, client)).get('/', (c) => c.text(''))
    const ask = async (user: string) => (await app.request('/', { headers: { user } })).status
    return { ask, app }
  }

  it('holds a client to so many requests, and lets it ask again a minute later', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { ask } = limited(2)
    expect([await ask('ines'), await ask('ines'), await ask('ines')]).toEqual([200, 200, 429])
    vi.advanceTimersByTime(59_000)
    expect(await ask('ines')).toBe(429)
    vi.advanceTimersByTime(2_000)
    expect([await ask('ines'), await ask('ines'), await ask('ines')]).toEqual([200, 200, 429])
  })

  it('holds each client apart', async () => {
    const { ask } = limited(1)
    expect([await ask('ines'), await ask('mara'), await ask('ines')]).toEqual([200, 200, 429])
  })

  it('says how long to wait, on a page of its own, and to a program in JSON', async () => {
    const reader = readerOf(town.newsroom, { requestsPerMinute: 1 })
    await reader.get('/')
    const refused = await reader.get('/')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
    expect(await refused.text()).toContain('<h1>A moment, please</h1>')
    const program = await reader.get('/api/v1/status')
    expect([program.status, await program.json()]).toEqual([429, { error: expect.stringMatching(/Wait/) }])
  })

  it('is a person’s own behind a proxy, whatever machines they share', async () => {
    const reader = readerOf(town.newsroom, { userHeader: 'X-User', requestsPerMinute: 1 })
    const ask = async (user: string) => (await reader.get('/', { 'x-user': user })).status
    expect([await ask('ines'), await ask('mara'), await ask('ines')]).toEqual([200, 200, 429])
  })

  it('counts the machines behind a trusted proxy apart, and believes nobody else', async () => {
    const reader = readerOf(town.newsroom, { requestsPerMinute: 1, token: 'the-heron-knows-the-way' })
    const ask = async (from: string, peer: string) =>
      (await reader.get('/status', { 'x-forwarded-for': from }, peer)).status
    expect([await ask('10.0.0.1', '127.0.0.1'), await ask('10.0.0.2', '127.0.0.1')]).toEqual([302, 302])
    expect([await ask('10.0.0.3', '10.9.9.9'), await ask('10.0.0.4', '10.9.9.9')]).toEqual([302, 429])
  })

  it('stands before the pages, and not before what a supervisor asks', async () => {
    const reader = readerOf(town.newsroom, { requestsPerMinute: 1 })
    expect([(await reader.get('/')).status, (await reader.get('/')).status]).toEqual([200, 429])
    expect((await reader.get('/healthz')).status).toBe(200)
  })

  it('ends the guessing of tokens, and logs each wrong one with its address', async () => {
    const lines: string[] = []
    const log = pino({ level: 'warn' }, { write: (line) => lines.push(line) })
    const reader = readerOf(town.newsroom, { token: 'the-heron-knows-the-way' }, log)
    const guess = async (token: string) =>
      (await reader.post('/sign-in', new URLSearchParams({ token }))).status
    const wrong = await Promise.all(Array.from({ length: 10 }, (_, i) => guess(`heron-${i}`)))
    expect(new Set(wrong)).toEqual(new Set([401]))
    expect(await guess('the-heron-knows-the-way')).toBe(429)
    expect(lines.map((line) => JSON.parse(line).address)).toEqual(Array(10).fill('127.0.0.1'))
    expect(lines.join('')).not.toMatch(/heron/)
    expect(
      await (await reader.get('/metrics', { authorization: 'Bearer the-heron-knows-the-way' })).text(),
    ).toContain('readback_failed_sign_ins_total 10')
  })
})
