import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basePath, pathWithin } from '../../../src/adapters/web/mount.ts'
import { openTown, readerOf } from './town.ts'

const PUBLIC_URL = 'https://courier.example/desk/readback'
const BASE = '/desk/readback'

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown(PUBLIC_URL)
})
afterAll(() => town.leave())

describe('the path of a public address', () => {
  it.each([
    [null, ''],
    ['https://courier.example', ''],
    ['https://courier.example/readback', '/readback'],
  ])('of %s is %j', (publicUrl, base) => {
    expect(basePath(publicUrl)).toBe(base)
  })

  it.each([
    ['/readback', '/'],
    ['/readback/', '/'],
    ['/readback/check', '/check'],
    ['/readbacks/check', '/readbacks/check'],
    ['/check', '/check'],
  ])('%s is %s within /readback', (path, within) => {
    expect(pathWithin('/readback', path)).toBe(within)
  })
})

describe('a reader below a path', () => {
  const reader = (web = {}) => readerOf(town.newsroom, { publicUrl: PUBLIC_URL, ...web })

  it.each(['/', '/?command=quote&q=please', '/speakers/Mara%20Quist', '/check', '/status', '/nowhere'])(
    'leads from %s to its own paths alone, whether the proxy keeps the path or takes it off',
    async (path) => {
      const kept = await (await reader().get(BASE + path)).text()
      expect(await (await reader().get(path)).text()).toBe(kept)
      const paths = [...kept.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, path]) => path ?? '')
      expect(paths.length).toBeGreaterThan(5)
      expect(paths.filter((path) => !path.startsWith(`${BASE}/`))).toEqual([])
    },
  )

  it('leaves what is quoted as it is', async () => {
    const page = await (await reader().get(await hostilePath())).text()
    expect(page).toContain('&lt;a href=&quot;javascript:alert(1)&quot;&gt;')
  })

  const hostilePath = async () =>
    `/articles/${await town.idOf('Mallory & <script>alert("owned")</script> sons open a <b>shop')}`

  it('redirects within the path', async () => {
    const asked = await reader().get(`${BASE}/?q=please`)
    expect(asked.headers.get('location')).toBe(`${BASE}/?command=quote&q=please`)
  })

  it('signs in within the path, and its cookie stays there', async () => {
    const locked = reader({ token: 'the-heron-knows-the-way' })
    const sent = await locked.get(`${BASE}/status`)
    expect(sent.headers.get('location')).toBe(`${BASE}/sign-in?next=%2Fstatus`)
    const form = new URLSearchParams({ token: 'the-heron-knows-the-way', next: '/status' })
    const signedIn = await locked.post(`${BASE}/sign-in`, form)
    expect(signedIn.headers.get('location')).toBe(`${BASE}/status`)
    expect(signedIn.headers.get('set-cookie')).toContain(`Path=${BASE};`)
  })

  it('answers programs there, and describes itself at its public address', async () => {
    const described = await reader().get(`${BASE}/api/openapi.json`)
    expect(await described.json()).toMatchObject({ servers: [{ url: PUBLIC_URL }] })
    const answered = await reader().get(`${BASE}/api/v1/quote?question=please`)
    expect(await answered.text()).toContain(`"reader":"${PUBLIC_URL}/articles/`)
    expect((await reader().get(`${BASE}/mcp`)).status).toBe(405)
    expect((await reader().get('/healthz')).status).toBe(200)
  })
})
