// Serves a site with stories in six formats, for tests.
import { document, type Handler, site, tagged } from '../../intake/fetch/site.ts'
import { item, page, rss } from '../polling-desk.ts'
import { loopbackWordPress } from './loopback-wordpress.ts'

/** So many stories has the site in each format. */
export const EACH = 50

const numbers = Array.from({ length: EACH }, (_, i) => i)

/** What story `n` of a format has somebody say; no other story has it. */
export const saying = (of: string, n: number) => `The ${of} number ${n} has to say please`

/** The two paragraphs of story `n` of a format. */
export const words = (of: string, n: number) =>
  `Story ${n} of the ${of}: the ferry stays in harbour until the storm is over, and so does the tug.\n“${saying(of, n)},” Mara Quist said on Monday.`

const html = (text: string) => text.replace(/^.*$/gmu, '<p>$&</p>').replaceAll('\n', '')
const json = (data: unknown) => JSON.stringify(data)

const atom = () =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Bell</title><id>urn:a</id><updated>2026-02-04T09:00:00Z</updated>${numbers
    .map(
      (n) =>
        `<entry><id>urn:atom:${n}</id><title>Atom ${n}</title><link href="/atom/${n}"/><updated>2026-02-04T09:00:00Z</updated><content type="html">${html(words('Atom', n)).replaceAll('<', '&lt;')}</content></entry>`,
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
      content_html: html(words('JSON', n)),
    })),
  })
const sitemap = () =>
  `<urlset>${numbers.map((n) => `<url><loc>/page/${n}</loc><lastmod>2026-02-04</lastmod></url>`).join('')}</urlset>`

/** What the wire says of its story `n`. */
export const ninjs = (n: number, more: object = {}) =>
  json({
    uri: `urn:wire:${n}`,
    headline: `Wire ${n}`,
    pubstatus: 'usable',
    body_xhtml: html(words('wire', n)),
    ...more,
  })

/** The page of the site's story `n`. */
export const pageOf = (n: number, head = '') => page(`Page ${n}`, words('pages', n), head)

/** A site of three hundred stories, fifty in each of six formats, and the sources that lead to them. */
export async function siteOfSix() {
  const pages = numbers.map((n): [string, Handler] => [
    `/page/${n}`,
    tagged('text/html', pageOf(n), `"p${n}"`),
  ])
  const wires = numbers.map((n): [string, Handler] => [
    `/wire/${n}.json`,
    tagged('application/json', ninjs(n), `"w${n}"`),
  ])
  const items = numbers.map((n) => item({ guid: `r${n}`, words: words('RSS', n).replace('\n', '</p><p>') }))
  const bell = await site({
    '/robots.txt': document('text/plain', 'User-agent: *\nAllow: /\n'),
    '/rss': tagged('application/rss+xml', rss(...items), '"r"'),
    '/atom': tagged('application/atom+xml', atom(), '"a"'),
    '/json': tagged('application/feed+json', jsonFeed(), '"j"'),
    '/news.xml': tagged('text/xml', sitemap(), '"s"'),
    ...Object.fromEntries([...pages, ...wires]),
  })
  const posts = numbers.map((n) => {
    const time = `2026-02-04T09:00:${String(n).padStart(2, '0')}Z`
    return { id: n, date: time, modified: time, words: words('WordPress', n) }
  })
  const wordpress = await loopbackWordPress(posts)
  const sources = [
    { name: 'rss', kind: 'feed', url: bell.at('/rss') },
    { name: 'atom', kind: 'feed', url: bell.at('/atom') },
    { name: 'json', kind: 'feed', url: bell.at('/json') },
    { name: 'map', kind: 'sitemap', url: bell.at('/news.xml') },
    { name: 'blog', kind: 'wordpress', url: wordpress.url },
    { name: 'wire', kind: 'wire', urls: wires.map(([path]) => bell.at(path)) },
  ]
  return { bell, wordpress, sources }
}
