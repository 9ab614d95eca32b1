import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { quote } from '../../src/answers/quote.ts'
import { type Newsroom, openNewsroom } from '../../src/newsroom/newsroom.ts'
import { signDelivery } from '../../src/sources/webhooks.ts'
import { document, site, status } from '../intake/fetch/site.ts'
import { folderWith } from '../intake/folder.ts'
import { item, page, rss } from './polling-desk.ts'

const SECRET = 'the tide comes in twice a day'
const quiet = { info: () => {}, warn: () => {} }
const SAID = '“We say please to the sea, and the sea says no,” Mara Quist told the Bell on Monday.'

async function newsroomWith(sources: string): Promise<Newsroom> {
  const data = await folderWith({ 'sources.yaml': sources })
  const newsroom = await openNewsroom({ data, publicUrl: null, hookSecret: SECRET }, quiet)
  onTestFinished(() => newsroom.close())
  return newsroom
}

const please = (newsroom: Newsroom) => newsroom.ask(quote, { text: 'who said please' })
/** Waits, however long it takes, until something is so. */
const until = (what: () => Promise<void>) => vi.waitFor(what, { timeout: 30_000, interval: 50 })

it('coverage comes in by itself, is corrected, and is said to be late when its site goes silent', {
  timeout: 60_000,
}, async () => {
  const feed = document('application/rss+xml', rss(item({ guid: '1', words: SAID })))
  const bell = await site({ '/feed': feed })
  const newsroom = await newsroomWith(`inside: [${bell.host}]
sources: [{ name: bell, kind: feed, url: "${bell.at('/feed')}", every: 1s }]`)
  const told: string[] = []
  newsroom.intake.watch({ tell: async (text) => void told.push(text) })
  await until(async () =>
    expect(await please(newsroom)).toMatchObject({ kind: 'found', evidence: [{ speaker: 'Mara Quist' }] }),
  )
  expect((await please(newsroom)).searched.late).toBeUndefined()

  bell.answers['/feed'] = document(
    'application/rss+xml',
    rss(item({ guid: '1', words: SAID.replace('no', 'never') })),
  )
  await until(async () => expect((await please(newsroom)).evidence[0]?.text).toMatch(/never/u))
  expect((await please(newsroom)).evidence).toHaveLength(1)

  bell.answers['/feed'] = status(500)
  await until(async () => expect((await please(newsroom)).searched.late).toMatchObject([{ source: 'bell' }]))
  expect((await newsroom.read.status()).sources).toMatchObject([
    { name: 'bell', error: expect.stringMatching('answered 500') },
  ])
})

it('a delivery can be quoted at once, and a kill takes it out', { timeout: 60_000 }, async () => {
  const newsroom = await newsroomWith('sources: [{ name: cms, kind: hook }]')
  newsroom.intake.watch({ tell: async () => {} })
  const deliver = async (more: object = {}) => {
    const body = JSON.stringify({
      uri: 'urn:bell:12',
      headline: 'Ferry stays',
      body_xhtml: `<p>${SAID}</p>`,
      ...more,
    })
    const at = String(Math.floor(Date.now() / 1000))
    const headers = { 'x-readback-time': at, 'x-readback-signature': signDelivery(SECRET, at, body) }
    return newsroom.intake.hook(new Request('http://localhost/hooks/cms', { method: 'POST', body, headers }))
  }
  expect((await deliver()).status).toBe(200)
  await until(async () => expect((await please(newsroom)).kind).toBe('found'))
  expect((await deliver({ pubstatus: 'canceled' })).status).toBe(200)
  expect(await please(newsroom)).toMatchObject({ kind: 'nothing' })
  expect((await deliver({ uri: undefined })).status).toBe(422)
})

it('a delivery is decoded by its own word, or refused', { timeout: 60_000 }, async () => {
  const newsroom = await newsroomWith('sources: [{ name: cms, kind: hook }]')
  newsroom.intake.watch({ tell: async () => {} })
  const nitf = (label: string) =>
    `<?xml version="1.0" encoding="${label}"?><nitf><head><docdata><doc-id id-string="cafe"/></docdata></head><body><body.content><p>"Le café est très cher," said Mara Quist on Monday.</p></body.content></body></nitf>`
  const deliver = async (body: Uint8Array<ArrayBuffer>) => {
    const at = String(Math.floor(Date.now() / 1000))
    const headers = { 'x-readback-time': at, 'x-readback-signature': signDelivery(SECRET, at, body) }
    return newsroom.intake.hook(new Request('http://localhost/hooks/cms', { method: 'POST', body, headers }))
  }
  expect((await deliver(new Uint8Array(Buffer.from(nitf('UTF-8'), 'latin1')))).status).toBe(422)
  expect((await deliver(new Uint8Array(Buffer.from(nitf('ISO-8859-1'), 'latin1')))).status).toBe(200)
  const asked = { text: 'who said café' }
  await until(async () =>
    expect(await newsroom.ask(quote, asked)).toMatchObject({
      evidence: [{ text: 'Le café est très cher,' }],
    }),
  )
})

it('an address given by hand is taken in as what it is', async () => {
  const bell = await site({
    '/ferry': document(
      'text/html',
      page('Ferry stays', `${SAID}\nThe ferry stays in harbour until the storm is over.`),
    ),
    '/feed': document(
      'text/xml',
      `<?xml version="1.0"?>${rss(item({ guid: '1', words: `${SAID} Again.` }))}`,
    ),
    '/wire': document(
      'application/json',
      JSON.stringify({ uri: 'urn:1', headline: 'Bridge', body_text: 'The bridge is open.' }),
    ),
  })
  const newsroom = await newsroomWith(`inside: [${bell.host}]`)
  const summary = await newsroom.intake.ingest([
    bell.at('/ferry'),
    bell.at('/feed'),
    bell.at('/wire'),
    bell.at('/gone'),
    'http://10.0.0.1/',
  ])
  expect(summary).toMatchObject({ added: 3 })
  expect(summary.refused.map(({ field }) => field)).toEqual(['fetch', 'address'])
  expect((await please(newsroom)).kind).toBe('found')
})

it('what another process keeps is quotable here', { timeout: 60_000 }, async () => {
  const data = await folderWith({ 'a.txt': SAID })
  const [here, there] = [
    await openNewsroom({ data, publicUrl: null }, quiet),
    await openNewsroom({ data, publicUrl: null }, quiet),
  ]
  here.intake.watch({ tell: async () => {} })
  await there.intake.ingest([join(data, 'a.txt')])
  await until(async () => expect((await please(here)).kind).toBe('found'))
  await Promise.all([here, there].map((newsroom) => newsroom.close()))
})

it('a file of sources that is wrong is said to be at once', async () => {
  const data = await folderWith({})
  await writeFile(join(data, 'sources.yaml'), 'sources:\n  - name: bell\n    kind: fax\n')
  await expect(openNewsroom({ data, publicUrl: null }, quiet)).rejects.toThrow('line 3: sources.0.kind')
})
