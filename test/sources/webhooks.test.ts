import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/archive/database.ts'
import type { DeliveryResult } from '../../src/sources/intake-worker-handle.ts'
import { signDelivery, webhookHandler } from '../../src/sources/webhooks.ts'

const SECRET = 'the tide comes in twice a day'
const NOON = new Date('2026-02-04T12:00:00Z')
const taken: DeliveryResult = { summary: { added: 1, changed: 0, unchanged: 0 } }

let delivered: [string, string, string | null][]
let answer: DeliveryResult
let now: Date
let hook: (request: Request) => Promise<Response>
beforeEach(() => {
  delivered = []
  answer = taken
  now = NOON
  hook = webhookHandler({
    db: openDatabase(':memory:'),
    secret: SECRET,
    sources: new Set(['cms']),
    now: () => now,
    deliver: async (source, { bytes, charset }) => {
      delivered.push([source, Buffer.from(bytes).toString('latin1'), charset])
      return answer
    },
  })
})

const time = (at: Date) => String(Math.floor(at.getTime() / 1000))
const BODY = '{"uri":"urn:12"}'

type Posted = { body?: string; at?: string; by?: string; name?: string; signed?: string }
const post = ({ body = BODY, at = time(NOON), by = SECRET, name = 'cms', signed = body }: Posted = {}) =>
  new Request(`https://readback.bell.example/hooks/${name}`, {
    method: 'POST',
    body,
    headers: { 'x-readback-time': at, 'x-readback-signature': `sha256=${signDelivery(by, at, signed)}` },
  })

describe('a delivery', () => {
  it('that is signed is taken in', async () => {
    const response = await hook(post())
    expect([response.status, await response.text()]).toEqual([200, '1 added, 0 changed, 0 unchanged.\n'])
    expect(delivered).toEqual([['cms', '{"uri":"urn:12"}', 'UTF-8']])
  })

  it('that comes again does nothing, and is no failure', async () => {
    await hook(post())
    expect((await hook(post())).status).toBe(200)
    expect(delivered).toHaveLength(1)
  })

  it('that failed may come again', async () => {
    answer = null
    expect((await hook(post())).status).toBe(503)
    answer = taken
    expect((await hook(post())).status).toBe(200)
    expect(delivered).toHaveLength(2)
  })

  it('that is refused is told why', async () => {
    answer = { refused: 'cms: uri: is missing' }
    const response = await hook(post())
    expect([response.status, await response.text()]).toEqual([422, 'cms: uri: is missing\n'])
  })

  it.each([
    ['to a hook that is none', post({ name: 'otter' }), 404],
    ['signed with another secret', post({ by: 'the tide goes out twice a day' }), 401],
    ['whose body was changed', post({ body: '{"uri":"urn:13"}', signed: '{"uri":"urn:12"}' }), 401],
    ['from six minutes ago', post({ at: time(new Date(NOON.getTime() - 360_000)) }), 401],
    ['from six minutes ahead', post({ at: time(new Date(NOON.getTime() + 360_000)) }), 401],
    ['without a time', post({ at: '' }), 401],
    ['whose time is none', post({ at: 'noon' }), 401],
    ['without a signature', new Request('https://x.example/hooks/cms', { method: 'POST', body: '{}' }), 401],
    ['that is only asked for', new Request('https://x.example/hooks/cms'), 405],
    ['that is too long', post({ body: 'x'.repeat(10_000_001) }), 413],
  ])('%s is not taken in', async (_, request, status) => {
    expect((await hook(request)).status).toBe(status)
    expect(delivered).toEqual([])
  })
})
