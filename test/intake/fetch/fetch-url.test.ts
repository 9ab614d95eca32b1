import { describe, expect, it, onTestFinished } from 'vitest'
import { parseRetryAfter } from '../../../src/intake/fetch/fetch-error.ts'
import {
  DOCUMENT_TYPES,
  HTML_TYPES,
  openFetcher,
  type Validators,
} from '../../../src/intake/fetch/fetch-url.ts'
import { document, redirect, site, status, tagged } from './site.ts'

function fetcher(inside: string[], timeoutMs?: number) {
  const opened = openFetcher({ inside, userAgent: 'Readback/0 (+mailto:desk@bell.example)', timeoutMs })
  onTestFinished(() => opened.close())
  return opened
}
const wanted = { contentTypes: DOCUMENT_TYPES }

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

  it('of another kind than is wanted is refused', async () => {
    const bell = await site({ '/': document('application/json', '{}') })
    await expect(fetcher([bell.host]).fetch(bell.at('/'), { contentTypes: HTML_TYPES })).rejects.toThrow(
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
  expect(parseRetryAfter(header, new Date('2026-02-04T12:00:00Z'))).toBe(seconds)
})
