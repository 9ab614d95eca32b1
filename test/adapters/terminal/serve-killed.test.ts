import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { openDatabase } from '../../../src/archive/database.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite-archive.ts'
import { readText } from '../../../src/quotations/read-text.ts'
import { document, type Handler, site } from '../../intake/fetch/site.ts'
import { folderWith } from '../../intake/folder.ts'
import { item, page, rss } from '../../sources/polling-desk.ts'
import { start } from './program.ts'

const EACH = 100
const numbers = Array.from({ length: EACH }, (_, i) => i)
const words = (of: string, n: number) =>
  `Story ${n} of the ${of}: the ferry stays in harbour until the storm is over.\n“The ${of} number ${n} has to say please,” Mara Quist said on Monday.`

/** A site with as many pages as are let through, and a feed with the words of all its stories when there is one. */
async function slowSite() {
  let open = 0
  const held = new Map<number, () => void>()
  const pageOf =
    (n: number): Handler =>
    (request, response) => {
      const serve = () => document('text/html', page(`Page ${n}`, words('pages', n)))(request, response)
      if (n < open) serve()
      else held.set(n, serve)
    }
  const bell = await site({
    '/news.xml': document(
      'text/xml',
      `<urlset>${numbers.map((n) => `<url><loc>/page/${n}</loc></url>`).join('')}</urlset>`,
    ),
    ...Object.fromEntries(numbers.map((n) => [`/page/${n}`, pageOf(n)])),
  })
  return {
    bell,
    letThrough(pages: number) {
      open = pages
      for (const [n, serve] of held) if (n < open && held.delete(n)) serve()
    },
    feed: document(
      'application/rss+xml',
      rss(...numbers.map((n) => item({ guid: `${n}`, words: words('feed', n).replace('\n', '</p><p>') }))),
    ),
  }
}

it('a program that is killed while coverage comes in has every story whole and once when it is started again', async () => {
  const { bell, letThrough, feed } = await slowSite()
  const sources = [
    { name: 'map', kind: 'sitemap', url: bell.at('/news.xml'), every: '1s' },
    { name: 'feed', kind: 'feed', url: bell.at('/feed'), every: '1s' },
  ]
  const data = await folderWith({ 'sources.yaml': JSON.stringify({ inside: [bell.host], sources }) })
  const articles = async () => {
    const archive = openSqliteArchive(openDatabase(join(data, 'readback.sqlite')))
    return Array.fromAsync(archive.articles()).finally(() => archive.close())
  }
  const untilIn = (program: Awaited<ReturnType<typeof start>>, stories: number) =>
    vi.waitFor(
      async () => expect((await program.status()).searched.articles).toBeGreaterThanOrEqual(stories),
      { timeout: 60_000, interval: 20 },
    )

  // Ended first, so that there is an index of some of the stories; then killed, while pages and while a feed come in.
  for (const [pages, stories, signal] of [
    [30, 30, 'SIGTERM'],
    [60, 60, 'SIGKILL'],
    [60, 70, 'SIGKILL'],
  ] as const) {
    letThrough(pages)
    if (stories > pages) bell.answers['/feed'] = feed
    const program = await start(data)
    await untilIn(program, stories)
    await program.end(signal)
    const held = (await articles()).length
    expect(held).toBeGreaterThanOrEqual(stories)
    expect(held).toBeLessThan(2 * EACH)
  }

  letThrough(EACH)
  const program = await start(data)
  await untilIn(program, 2 * EACH)
  const all = await articles()
  const expected = numbers.flatMap((n) => ['pages', 'feed'].map((of) => words(of, n)))
  expect(all.map(({ version }) => version.text).toSorted()).toEqual(expected.toSorted())
  for (const { version } of all) expect(version).toMatchObject({ number: 1, ...readText(version.text, []) })
  const counted = (part: 'passages' | 'quotations') =>
    all.reduce((sum, { version }) => sum + version[part].length, 0)
  expect(await program.status()).toMatchObject({
    searched: { articles: 2 * EACH },
    passages: counted('passages'),
    quotations: counted('quotations'),
  })
  for (const of of ['pages', 'feed'])
    expect(await program.quote(`"the ${of} number 99 has to say please"`)).toMatchObject({
      kind: 'found',
      evidence: [{ text: `The ${of} number 99 has to say please,` }],
    })
  expect(await program.end('SIGTERM')).toBe(0)
})
