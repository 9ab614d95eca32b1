import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuseOpenAccess } from '../../../src/adapters/web/access.ts'
import { UserError } from '../../../src/errors.ts'
import { openTown, readerOf, WEB } from './town.ts'

const TOKEN = 'the-heron-knows-the-way'

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.leave())

describe('where the reader listens', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', '[::1]', 'localhost'])('needs no key on %s', (host) => {
    expect(() => refuseOpenAccess({ ...WEB, host })).not.toThrow()
  })

  it.each(['0.0.0.0', '::', '192.168.1.4', 'reader.bell.example', '127.0.0.1.bell.example'])(
    'refuses %s without a key, and says how to get one',
    (host) => {
      expect(() => refuseOpenAccess({ ...WEB, host })).toThrow(UserError)
      expect(() => refuseOpenAccess({ ...WEB, host })).toThrow(/READBACK_TOKEN.*READBACK_USER_HEADER/)
      expect(() => refuseOpenAccess({ ...WEB, host, token: TOKEN })).not.toThrow()
      expect(() => refuseOpenAccess({ ...WEB, host, userHeader: 'X-User' })).not.toThrow()
    },
  )
})

describe('a reader on loopback', () => {
  it.each(['localhost', '127.0.0.1:7323', '[::1]:7323'])('answers to %s', async (host) => {
    expect((await readerOf(town.newsroom).get('/', { host })).status).toBe(200)
  })

  it('answers to no name that was made to lead here', async () => {
    for (const host of ['bell.example', 'localhost.evil.example', ''])
      expect((await readerOf(town.newsroom).get('/', { host })).status).toBe(421)
  })

  it('answers to its public address', async () => {
    const reader = readerOf(town.newsroom, { publicUrl: 'https://reader.bell.example' })
    expect((await reader.get('/', { host: 'reader.bell.example' })).status).toBe(200)
  })

  it('takes no form from another site’s page', async () => {
    const reader = readerOf(town.newsroom)
    const draft = new URLSearchParams({ draft: '“Please,” she said.' })
    for (const origin of ['https://evil.example', 'null'])
      expect((await reader.post('/check', draft, { origin })).status).toBe(403)
    for (const origin of ['http://localhost:7323', 'http://localhost'])
      expect((await reader.post('/check', draft, { origin })).status).toBe(200)
  })
})

describe('a reader with a token', () => {
  const reader = () => readerOf(town.newsroom, { host: '0.0.0.0', token: TOKEN })

  it('sends a person to sign in, and a program away', async () => {
    const person = await reader().get('/?command=quote&q=please')
    expect([person.status, person.headers.get('location')]).toEqual([
      302,
      '/sign-in?next=%2F%3Fcommand%3Dquote%26q%3Dplease',
    ])
    const program = await reader().get('/api/v1/status', { accept: 'application/json' })
    expect([program.status, program.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="Readback"',
    ])
  })

  it.each([
    [`Bearer ${TOKEN}`, 200],
    [`bearer ${TOKEN}`, 200],
    ['Bearer the-heron-knows-nothing', 401],
    ['Bearer ', 401],
    [`Basic ${TOKEN}`, 401],
  ])('answers %s with %i', async (authorization, status) => {
    const answered = await reader().get('/api/v1/status', { authorization, accept: 'application/json' })
    expect(answered.status).toBe(status)
  })

  it('lets in whoever signed in, by a cookie that is not the token', async () => {
    const signedIn = await reader().post('/sign-in', new URLSearchParams({ token: TOKEN, next: '/status' }))
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/status'])
    const cookie = signedIn.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/)
    expect(cookie).not.toContain(TOKEN)
    expect((await reader().get('/status', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200)
    expect((await reader().get('/status', { cookie: `readback=${TOKEN}` })).status).toBe(302)
  })

  it('tells a wrong token from the right one, and lets nobody in by it', async () => {
    const refused = await reader().post('/sign-in', new URLSearchParams({ token: 'heron' }))
    expect(refused.status).toBe(401)
    expect(refused.headers.get('set-cookie')).toBeNull()
    expect(await refused.text()).toContain('That is not the token.')
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'sends nobody elsewhere after signing in: %j',
    async (next) => {
      const signedIn = await reader().post('/sign-in', new URLSearchParams({ token: TOKEN, next }))
      expect(signedIn.headers.get('location')).toMatch(/^\/(?![/\\])/)
    },
  )

  it('tells a supervisor that it lives, without a key', async () => {
    expect((await reader().get('/healthz')).status).toBe(200)
  })
})

describe('a reader behind a proxy', () => {
  it('lets in whom the proxy names, and nobody else', async () => {
    const reader = readerOf(town.newsroom, { host: '0.0.0.0', userHeader: 'X-Forwarded-User' })
    expect((await reader.get('/', { 'x-forwarded-user': 'ines' })).status).toBe(200)
    expect((await reader.get('/', { 'x-forwarded-user': ' ' })).status).toBe(401)
    expect((await reader.get('/')).status).toBe(401)
    expect((await reader.get('/sign-in')).status).toBe(404)
  })

  it('believes nobody but a trusted proxy who the user is', async () => {
    const reader = readerOf(town.newsroom, {
      host: '0.0.0.0',
      userHeader: 'X-Forwarded-User',
      trustedProxies: ['10.1.0.0/16'],
    })
    const asInes = { 'x-forwarded-user': 'ines' }
    expect((await reader.get('/', asInes, '10.1.2.3')).status).toBe(200)
    expect((await reader.get('/', asInes, '10.2.2.3')).status).toBe(401)
    expect((await reader.get('/', asInes, '127.0.0.1')).status).toBe(401)
  })
})
