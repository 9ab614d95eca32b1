import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Refusal } from '../../../src/errors.ts'
import { DOCUMENT_TYPES, openFetcher } from '../../../src/intake/fetch/fetch-url.ts'
import { readFeed } from '../../../src/intake/formats/feed.ts'
import { readPage } from '../../../src/intake/formats/html-page.ts'
import { readSitemap } from '../../../src/intake/formats/sitemap.ts'
import { readWire } from '../../../src/intake/formats/wire.ts'
import { readPosts } from '../../../src/intake/formats/wordpress.ts'
import { buildStory } from '../../../src/intake/model/build-story.ts'
import { type FeedItem, storyFromItem } from '../../../src/intake/model/feed-item.ts'
import { withTimeLimit } from '../../../src/intake/model/time-limit.ts'
import { document, type Handler, redirect, site, status } from '../fetch/site.ts'

const html = (body: string | Uint8Array, headers: Record<string, string> = {}): Handler =>
  document('text/html', body, headers)
const packed = (packing: string, body: Uint8Array) => html(body, { 'content-encoding': packing })
/** What a server says that does not keep to HTTP. */
const raw =
  (...lines: string[]): Handler =>
  ({ socket }) =>
    socket.end(lines.join('\r\n'))
/** A document that is sent piece by piece, and never ends. */
const endless =
  (piece: string, milliseconds: number): Handler =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const sending = setInterval(() => response.write(piece), milliseconds)
    response.on('close', () => clearInterval(sending))
  }
const NOTHING = Buffer.alloc(50_000_000)

describe('an answer that is refused while it is fetched', () => {
  it.each([
    ['is not there', status(404), 'answered 404'],
    ['is broken', status(500), 'answered 500'],
    ['is a part of it', status(206), 'answered 206'],
    ['redirects in a circle', redirect('/'), 'redirects more than 5 times'],
    ['redirects to nowhere', status(302), 'answered 302'],
    ['redirects to what is no address', redirect('http://['), 'answered 302'],
    ['is a picture', document('image/png', 'x'), 'is image/png'],
    ['is a film', document('video/mp4', 'x'), 'is video/mp4'],
    ['is a program', document('application/x-msdownload', 'MZ'), 'is application/x-msdownload'],
    ['is too long', html(Buffer.alloc(10_000_001, 'x')), 'is more than 10 MB'],
    ['never ends', endless('x'.repeat(500_000), 0), 'is more than 10 MB'],
    ['unpacks to too much: gzip', packed('gzip', gzipSync(NOTHING)), 'is more than 10 MB'],
    ['unpacks to too much: deflate', packed('deflate', deflateSync(NOTHING)), 'is more than 10 MB'],
    ['unpacks to too much: br', packed('br', brotliCompressSync(NOTHING)), 'is more than 10 MB'],
    ['is packed twice', packed('gzip, gzip', gzipSync(gzipSync('x'))), 'packed as “gzip, gzip”'],
    ['is packed in a way nobody knows', packed('otter', Buffer.from('x')), 'packed as “otter”'],
    ['is packed wrongly', packed('gzip', Buffer.from('x')), 'packed wrongly'],
    ['is not packed to its end', packed('gzip', gzipSync('x'.repeat(999)).subarray(0, 15)), 'packed wrongly'],
    [
      'is not in the characters it says',
      document('text/html; charset=utf-8', Buffer.from([0xe9, 0x20])),
      'is not utf-8',
    ],
    ['is in characters nobody knows', document('text/html; charset=marlow-7', 'x'), 'is not marlow-7'],
    [
      'is in characters that hide markup',
      document('text/html; charset=utf-7', '+ADw-p+AD4-'),
      'is not utf-7',
    ],
    ['hides its characters', html(Buffer.from('<p>x</p>', 'utf16le')), 'has NUL characters'],
    [
      'has an endless head',
      raw('HTTP/1.1 200 OK', `X-Otter: ${'x'.repeat(60_000)}`, '', 'x'),
      'sends more headers',
    ],
    [
      'has a head of endless lines',
      raw('HTTP/1.1 200 OK', ...Array(9000).fill('X-Otter: x'), '', 'x'),
      'sends more headers',
    ],
    ['is no HTTP', raw('SSH-2.0-OpenSSH_9.6', ''), 'does not speak HTTP'],
    [
      'is of two lengths',
      raw('HTTP/1.1 200 OK', 'Transfer-Encoding: chunked', 'Content-Length: 1', '', 'x'),
      'does not speak HTTP',
    ],
    ['is shorter than it says', raw('HTTP/1.1 200 OK', 'Content-Length: 99', '', 'x'), 'broke off'],
    [
      'becomes another protocol',
      raw('HTTP/1.1 101 Switching Protocols', 'Upgrade: otter', 'Connection: upgrade', '', ''),
      'broke off',
    ],
  ])('since it %s', async (_, answer, reason) => {
    await expect(fetching(answer)).rejects.toThrow(reason)
  })

  it.each([
    ['comes in drops', endless('x', 20)],
    ['comes not at all', () => {}],
    ['stops', (_: unknown, response: Parameters<Handler>[1]) => void response.writeHead(200).write('x')],
  ])('since it %s, and takes too long', async (_, answer) => {
    await expect(fetching(answer, 300)).rejects.toThrow('took too long')
  })
})

async function fetching(answer: Handler, timeoutMs?: number) {
  const bell = await site({ '/': answer })
  const fetcher = openFetcher({ inside: [bell.host], userAgent: 'Readback/0', timeoutMs })
  onTestFinished(() => fetcher.close())
  return fetcher.fetch(bell.at('/'), { contentTypes: DOCUMENT_TYPES })
}

const URL = 'https://bell.example/feed'
/** Builds the stories of all items of a document. */
const stories = (items: FeedItem[]) => items.map((item) => storyFromItem(item, { file: URL, from: URL }))
const feed = (text: string) => stories(readFeed(text, URL))
const sitemap = (text: string) => readSitemap(text, URL)
const wire = (text: string) => stories(readWire(text, URL))
const posts = (text: string) => stories(readPosts(text, URL))
const page = (body: string) =>
  buildStory(readPage(`<html><head><title>x</title></head><body>${body}</body></html>`, URL), {
    file: URL,
    from: URL,
  })
const rss = (item: string, before = '') =>
  `${before}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>&otter;</title><link>/</link><description/><item><link>/a</link>${item}</item></channel></rss>`
const content = (body: string) => `<content:encoded><![CDATA[${body}]]></content:encoded>`
const nitf = (before: string, inside = '') =>
  `${before}<nitf><head><docdata><doc-id id-string="x"/></docdata></head><body><body.content>${inside}<p>&otter;</p></body.content></body></nitf>`
const ENTITY = '<!ENTITY otter "x">'
const LAUGHS = `<!ENTITY a "ha">${Array.from('bcdefghi', (name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}`

describe('a document that is refused while it is read', () => {
  const DECLARES = 'declares entities'
  it.each([
    [
      'a feed that reads a file',
      feed,
      rss('', '<!DOCTYPE rss [<!ENTITY otter SYSTEM "file:///etc/passwd">]>'),
      DECLARES,
    ],
    [
      'a feed that asks another server',
      feed,
      rss('', '<!DOCTYPE rss [<!ENTITY otter SYSTEM "http://127.0.0.1/">]>'),
      DECLARES,
    ],
    ['a feed with a million laughs', feed, rss('', `<!DOCTYPE rss [${LAUGHS}]>`), DECLARES],
    [
      'a feed with an entity of ten thousand letters',
      feed,
      rss('&otter;'.repeat(9999), `<!DOCTYPE rss [<!ENTITY otter "${'x'.repeat(9999)}">]>`),
      DECLARES,
    ],
    ['a sitemap with entities', sitemap, `<!DOCTYPE urlset [${ENTITY}]><urlset>&otter;</urlset>`, DECLARES],
    ['a wire with entities', wire, nitf(`<!DOCTYPE nitf [${ENTITY}]>`), DECLARES],
    [
      'a wire with entities of its own and another’s',
      wire,
      nitf(`<!DOCTYPE nitf SYSTEM "nitf.dtd" [${ENTITY}]>`),
      DECLARES,
    ],
    [
      'a wire with entities far from its beginning',
      wire,
      nitf(`<!DOCTYPE nitf ${' '.repeat(5000)}[${ENTITY}]>`),
      DECLARES,
    ],
    ['a wire with entities within a text', wire, nitf('', `<!DOCTYPE nitf [${ENTITY}]>`), DECLARES],
    [
      'a wire with entities behind a comment',
      wire,
      nitf(`<!-- <!DOCTYPE nitf> --><!DOCTYPE nitf [${ENTITY}]>`),
      DECLARES,
    ],
    [
      'a wire with parameter entities',
      wire,
      nitf('<!DOCTYPE nitf [<!ENTITY % otter SYSTEM "http://127.0.0.1/"> %otter;]>'),
      DECLARES,
    ],
    [
      'a wire that nests without end',
      wire,
      nitf('', '<block>'.repeat(500)).replace('</body.content>', `${'</block>'.repeat(500)}</body.content>`),
      'Maximum nested tags',
    ],
    [
      'a sitemap that nests without end',
      sitemap,
      `<urlset>${'<url>'.repeat(200_000)}${'</url>'.repeat(200_000)}</urlset>`,
      'Maximum nested tags',
    ],
    [
      'a wire of JSON that nests without end',
      wire,
      `{"uri":"x","bodies":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      'bodies',
    ],
    ['posts that nest without end', posts, `${'['.repeat(200_000)}${']'.repeat(200_000)}`, ': 0: '],
    [
      'a feed of JSON that is broken off',
      feed,
      '{"version":"https://jsonfeed.org/version/1.1","items":[',
      'is not JSON',
    ],
    [
      'a page whose tags nest without end',
      page,
      `${'<div>'.repeat(5000)}The otter.`,
      'nests tags more than 256 deep',
    ],
    ['a page of tags', page, '<i></i>'.repeat(101_000), 'more than 200000 tags'],
    ['a page of entities', page, `<p>${'&lt;'.repeat(200_001)}</p>`, 'more than 200000 tags'],
    [
      'a page with a class of a million names',
      page,
      `<p class="${'o '.repeat(1_000_000)}">The otter.</p>`,
      'document: cannot be read',
    ],
    ['a page without words', page, '<script>otter()</script>', 'has no words to cite'],
    [
      'a page longer than any article',
      page,
      `<article><p>${'otter '.repeat(100_000)}</p></article>`,
      'is longer than 500000 characters',
    ],
    [
      'an entry whose tags nest without end',
      feed,
      rss(content(`${'<div>'.repeat(300)}x`)),
      'nests tags more than 256 deep',
    ],
    ['an entry of tags', feed, rss(content('<i></i>'.repeat(101_000))), 'more than 200000 tags'],
  ])('%s', (_, read, text, reason) => {
    expect(() => read(text)).toThrow(Refusal)
    expect(() => read(text)).toThrow(reason)
  })

  it('one that takes too long to read', () => {
    const read = () => {
      for (;;) JSON.parse('[]')
    }
    expect(() => withTimeLimit('otter.html', read, 20)).toThrow(
      'otter.html: document: takes too long to read',
    )
    expect(withTimeLimit('ferry.html', () => withTimeLimit('ferry.html', () => 'The ferry.'))).toBe(
      'The ferry.',
    )
  })
})
