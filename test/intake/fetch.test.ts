import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Refusal } from '../../src/errors.ts'
import { guardedLookup } from '../../src/intake/address.ts'
import { DOCUMENTS, openFetcher, PAGES, type Validators } from '../../src/intake/fetch.ts'
import { retryAfter } from '../../src/intake/unreachable.ts'
import { document, redirect, site, status, tagged } from './site.ts'

function fetcher(inside: string[], patience?: number) {
  const opened = openFetcher({ inside, userAgent: 'Readback/0 (+mailto:desk@bell.example)', patience })
  onTestFinished(() => opened.close())
  return opened
}
const wanted = { kinds: DOCUMENTS }

describe('an address that is never fetched from', () => {
  it.each([
    'ftp://bell.example/feed',
    'file:///etc/passwd',
    'data:text/html,x',
    'gopher://bell.example/',
    'no address at all',
    'http://',
    'http://ines:secret@bell.example/',
    'http://ines@bell.example/',
    'http://bell.example:22/',
    'https://bell.example:80/',
    'http://localhost/',
    'http://localhost./',
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://0.0.0.0/',
    'http://0/',
    'http://10.0.0.7/',
    'http://172.16.3.4/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://198.18.0.1/',
    'http://192.0.2.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fc00::7]/',
    'http://[fec0::7]/',
    'http://[2001:db8::7]/',
    'http://[ff02::1]/',
  ])('%s', async (address) => {
    await expect(fetcher([]).fetch(address, wanted)).rejects.toThrow(Refusal)
    await expect(fetcher([]).fetch(address, wanted)).rejects.toThrow(/: address: .+/u)
  })

  it('is not shown with its password', async () => {
    const refused = fetcher([]).fetch('http://ines:secret@bell.example/', wanted)
    await expect(refused).rejects.not.toThrow('secret')
  })

  it('is one that a redirect leads to', async () => {
    const inner = await site({ '/': document('text/plain', 'internal') })
    const outer = await site({
      '/direct': redirect(inner.at('/')),
      '/by-name': redirect(`http://localhost:${inner.host.split(':')[1]}/`),
      '/as-number': redirect('http://2130706433/'),
      '/file': redirect('file:///etc/passwd'),
    })
    for (const path of Object.keys(outer.answers))
      await expect(fetcher([outer.host]).fetch(outer.at(path), wanted)).rejects.toThrow(/: address: /u)
    expect(inner.asked).toEqual([])
  })

  it('is one on the inside on another port than the one that may be', async () => {
    const inner = await site({ '/': document('text/plain', 'internal') })
    await expect(fetcher(['127.0.0.1', '127.0.0.1:1']).fetch(inner.at('/'), wanted)).rejects.toThrow('port')
    expect(inner.asked).toEqual([])
  })
})

it('a name is looked up when it is connected to, and refused where it leads inside', async () => {
  const lookedUp = (inside: string[]) =>
    new Promise((resolve) => guardedLookup(inside)('localhost', {}, (error) => resolve(error)))
  expect(await lookedUp([])).toMatchObject({ field: 'address', message: expect.stringMatching('not public') })
  expect(await lookedUp(['localhost:8080'])).toBeNull()
})

describe('a document', () => {
  it('is fetched from a host on the inside that may be, with an honest name', async () => {
    const bell = await site({ '/feed': document('application/rss+xml; charset=utf-8', '<rss>É</rss>') })
    const fetched = await fetcher([bell.host]).fetch(bell.at('/feed'), wanted)
    expect(fetched).toMatchObject({
      url: bell.at('/feed'),
      type: 'application/rss+xml',
      text: '<rss>É</rss>',
    })
    expect(bell.asked[0]?.headers['user-agent']).toBe('Readback/0 (+mailto:desk@bell.example)')
  })

  it('that has not changed is not sent again: what the server gave is sent back as it came, to no other address', async () => {
    const etag = 'W/"Ferry, 3"'
    const bell = await site({ '/old': redirect('/feed'), '/feed': tagged('text/xml', '<rss/>', etag) })
    const known = new Map<string, Validators>()
    const asking = { ...wanted, validators: (url: string) => known.get(url) ?? null }
    const { fetch } = fetcher([bell.host])
    const fetched = await fetch(bell.at('/old'), asking)
    if (fetched) known.set(fetched.url, fetched.validators)
    expect(fetched?.validators).toEqual({ etag, lastModified: 'Tue, 03 Feb 2026 09:00:00 GMT' })
    expect(await fetch(bell.at('/old'), asking)).toBeNull()
    const conditions = bell.asked.map(({ path, headers }) => [path, headers['if-none-match']])
    expect(conditions.slice(2)).toEqual([
      ['/old', undefined],
      ['/feed', etag],
    ])
  })

  it.each([
    ['utf-8 by default', 'text/html', Buffer.from('é')],
    ['by the header', 'text/html; charset=ISO-8859-1', Buffer.from([0xe9])],
    [
      'by the document',
      'text/html',
      Buffer.concat([Buffer.from('<meta charset="windows-1252">'), Buffer.from([0xe9])]),
    ],
    [
      'by the XML declaration',
      'text/xml',
      Buffer.concat([Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>'), Buffer.from([0xe9])]),
    ],
    ['by its byte order mark', 'text/html', Buffer.from([0xff, 0xfe, 0xe9, 0x00])],
  ])('is read in the characters it is in: %s', async (_, type, body) => {
    const bell = await site({ '/': document(type, body) })
    expect((await fetcher([bell.host]).fetch(bell.at('/'), wanted))?.text).toMatch(/é$/u)
  })

  it.each([
    ['answers 404', status(404), 'answered 404'],
    ['answers 500', status(500), 'answered 500'],
    ['redirects in a circle', redirect('/'), 'redirects more than 5 times'],
    ['redirects to nowhere', status(302), 'answered 302'],
    ['is a picture', document('image/png', 'x'), 'is image/png'],
    [
      'is not in the characters it says',
      document('text/html; charset=utf-8', Buffer.from([0xe9, 0x20])),
      'is not utf-8',
    ],
    ['is in characters nobody knows', document('text/html; charset=marlow-7', 'x'), 'is not marlow-7'],
    [
      'is packed in a way nobody knows',
      document('text/html', 'x', { 'content-encoding': 'otter' }),
      'packed as “otter”',
    ],
    ['is packed wrongly', document('text/html', 'x', { 'content-encoding': 'gzip' }), 'packed wrongly'],
    ['is too long', document('text/html', Buffer.alloc(10_000_001, 'x')), 'is more than 10 MB'],
    [
      'unpacks to too much',
      document('text/html', gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }),
      'is more than 10 MB',
    ],
  ])('that %s is refused, with the reason', async (_, answer, reason) => {
    const bell = await site({ '/': answer })
    await expect(fetcher([bell.host]).fetch(bell.at('/'), wanted)).rejects.toThrow(reason)
  })

  it.each([
    [
      'never ends',
      (send: (part: string) => void) => {
        for (let i = 0; i < 200; i++) send('x'.repeat(100_000))
      },
      'is more than 10 MB',
      60_000,
    ],
    ['never goes on', (send: (part: string) => void) => send('x'), 'took too long', 300],
  ])('that %s is broken off', async (_, answer, reason, patience) => {
    const bell = await site({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        answer((part) => response.write(part))
      },
    })
    await expect(fetcher([bell.host], patience).fetch(bell.at('/'), wanted)).rejects.toThrow(reason)
  })

  it('of another kind than is wanted is refused', async () => {
    const bell = await site({ '/': document('application/json', '{}') })
    await expect(fetcher([bell.host]).fetch(bell.at('/'), { kinds: PAGES })).rejects.toThrow(
      'application/json',
    )
  })

  it('that nobody serves says so', async () => {
    await expect(fetcher(['127.0.0.1:9']).fetch('http://127.0.0.1:9/', wanted)).rejects.toThrow(
      'refused the connection',
    )
  })

  it('that a busy server has says when to come again', async () => {
    const bell = await site({ '/': status(429, { 'retry-after': '120' }) })
    const refused = fetcher([bell.host]).fetch(bell.at('/'), wanted)
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfter: 120 })
  })
})

it.each([
  ['120', 120],
  ['Wed, 04 Feb 2026 12:01:00 GMT', 60],
  ['Wed, 04 Feb 2020 12:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [undefined, null],
])('Retry-After: %s asks for %s seconds', (header, seconds) => {
  expect(retryAfter(header, new Date('2026-02-04T12:00:00Z'))).toBe(seconds)
})
