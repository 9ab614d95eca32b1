import { join } from 'node:path'
import { expect, it } from 'vitest'
import { standing } from '../../src/archive/standing.ts'
import { readStories } from '../../src/intake/read-story.ts'
import { folderWith } from '../intake/folder.ts'
import { document, type Handler, site, tagged } from '../intake/site.ts'
import { deskFor, item, page, rss } from './desk.ts'

const EACH = 50
const numbers = Array.from({ length: EACH }, (_, i) => i)
const words = (of: string, n: number) =>
  `Story ${n} of the ${of}: the ferry stays in harbour until the storm is over, and so does the tug.`
const json = (data: unknown) => JSON.stringify(data)

const atom = () =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Bell</title><id>urn:a</id><updated>2026-02-04T09:00:00Z</updated>${numbers
    .map(
      (n) =>
        `<entry><id>urn:atom:${n}</id><title>Atom ${n}</title><link href="/atom/${n}"/><updated>2026-02-04T09:00:00Z</updated><content type="html">&lt;p&gt;${words('Atom', n)}&lt;/p&gt;</content></entry>`,
    )
    .join('')}</feed>`
const jsonFeed = () =>
  json({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Bell',
    items: numbers.map((n) => ({
      id: `j${n}`,
      url: `https://bell.example/j/${n}`,
      title: `JSON ${n}`,
      content_html: `<p>${words('JSON', n)}</p>`,
    })),
  })
const sitemap = () =>
  `<urlset>${numbers.map((n) => `<url><loc>/page/${n}</loc><lastmod>2026-02-04</lastmod></url>`).join('')}</urlset>`
const posts = () =>
  json(
    numbers.map((n) => ({
      id: n,
      link: `https://bell.example/wp/${n}`,
      date_gmt: '2026-02-04T09:00:00',
      modified_gmt: '2026-02-04T09:00:00',
      title: { rendered: `Post ${n}` },
      content: { rendered: `<p>${words('WordPress', n)}</p>` },
    })),
  )
const ninjs = (n: number, more: object = {}) =>
  json({
    uri: `urn:wire:${n}`,
    headline: `Wire ${n}`,
    pubstatus: 'usable',
    body_xhtml: `<p>${words('wire', n)}</p>`,
    ...more,
  })

/** A site of three hundred stories, fifty in each of six formats. */
async function siteOfSix() {
  const pages = numbers.map((n): [string, Handler] => [
    `/page/${n}`,
    tagged('text/html', page(`Page ${n}`, words('pages', n)), `"p${n}"`),
  ])
  const wires = numbers.map((n): [string, Handler] => [
    `/wire/${n}.json`,
    tagged('application/json', ninjs(n), `"w${n}"`),
  ])
  const bell = await site({
    '/rss': tagged(
      'application/rss+xml',
      rss(...numbers.map((n) => item({ guid: `r${n}`, words: words('RSS', n) }))),
      '"r"',
    ),
    '/atom': tagged('application/atom+xml', atom(), '"a"'),
    '/json': tagged('application/feed+json', jsonFeed(), '"j"'),
    '/news.xml': tagged('text/xml', sitemap(), '"s"'),
    ...Object.fromEntries([...pages, ...wires]),
  })
  const wordpress = await site(new Proxy({}, { get: () => document('application/json', posts()) }))
  const desk = deskFor(bell.host, wordpress.host)
  const sources = [
    { name: 'rss', kind: 'feed', url: bell.at('/rss') },
    { name: 'atom', kind: 'feed', url: bell.at('/atom') },
    { name: 'json', kind: 'feed', url: bell.at('/json') },
    { name: 'map', kind: 'sitemap', url: bell.at('/news.xml') },
    { name: 'blog', kind: 'wordpress', url: wordpress.at('') },
    { name: 'wire', kind: 'wire', urls: wires.map(([path]) => bell.at(path)) },
  ]
  const round = async () => {
    const done = []
    for (const source of sources) done.push(await desk.visit(source))
    desk.pass(3600)
    return done
  }
  return { bell, desk, round }
}

it('a site of three hundred stories in six formats is in after one pass, and not touched by the next', {
  timeout: 60_000,
}, async () => {
  const { bell, desk, round } = await siteOfSix()
  expect(await round()).toMatchObject(Array(6).fill({ added: EACH, changed: 0, refused: [] }))
  expect(await desk.articles()).toHaveLength(6 * EACH)
  const edition = await desk.archive.edition()
  const asked = bell.asked.length
  expect(await round()).toMatchObject(Array(6).fill({ added: 0, changed: 0, refused: [] }))
  expect(await desk.archive.edition()).toBe(edition)
  const again = bell.asked.slice(asked)
  expect(again.length).toBeGreaterThan(2 * EACH)
  expect(again.filter(({ headers }) => !headers['if-none-match'])).toEqual([])
})

it('what becomes of single stories of it comes in with the next pass', { timeout: 60_000 }, async () => {
  const { bell, desk, round } = await siteOfSix()
  await round()
  const changes = [
    [0, { body_xhtml: '<p>It sails again, the harbour master said.</p>' }],
    [1, { ednote: 'CORRECTS the harbour.' }],
    [2, { pubstatus: 'canceled' }],
    [3, { embargoed: '2026-02-05T12:00:00Z' }],
    [4, { pubstatus: 'withheld' }],
  ] as const
  for (const [n, more] of changes)
    bell.answers[`/wire/${n}.json`] = tagged('application/json', ninjs(n, more), '"new"')
  await round()
  const standingAt = async (at: string) =>
    Promise.all(
      changes.map(async ([n]) => {
        const article = await desk.archive.known(`id:urn:wire:${n}`)
        return article && [article.version.number, article.status, standing(article, new Date(at))]
      }),
    )
  expect(await standingAt('2026-02-04T14:00:00Z')).toEqual([
    [2, 'usable', 'quotable'],
    [2, 'corrected', 'quotable'],
    [2, 'killed', 'withheld'],
    [2, 'usable', 'withheld'],
    [2, 'hold', 'withheld'],
  ])
  expect((await standingAt('2026-02-05T12:00:00Z'))[3]).toEqual([2, 'usable', 'quotable'])
})

it('a folder takes in what a wire drops there', async () => {
  const item = `<newsItem guid="urn:nml:1"><itemMeta><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>One</headline></contentMeta><contentSet><inlineXML><html><body><p>${words('NewsML', 1)}</p></body></html></inlineXML></contentSet></newsItem>`
  const folder = await folderWith({ 'one.xml': item, 'two.json': ninjs(2), 'three.xml': '<nitf/>' })
  expect(await readStories(join(folder, 'one.xml'))).toMatchObject([
    { headline: 'One', text: words('NewsML', 1) },
  ])
  expect(await readStories(join(folder, 'two.json'))).toMatchObject([{ headline: 'Wire 2' }])
  await expect(readStories(join(folder, 'three.xml'))).rejects.toThrow('doc-id: is missing')
})
