import { rename, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { document, site, status, tagged } from '../../intake/fetch/site.ts'
import { folderWith } from '../../intake/folder.ts'
import { deskFor, item, page, rss } from '../polling-desk.ts'

const STORY = 'The ferry stays in harbour until the storm is over, the harbour master said on Monday morning.'
const RSS = 'application/rss+xml'
const DAY = 86_400

describe('a poll of a feed', () => {
  it('takes its stories in once, and hears the second time that nothing has changed', async () => {
    const bell = await site({
      '/feed': tagged(
        RSS,
        rss(item({ guid: '1', words: STORY }), item({ guid: '2', words: `${STORY} Again.` })),
        '"a"',
      ),
    })
    const desk = deskFor(bell.host)
    const feed = { kind: 'feed', url: bell.at('/feed') }
    expect(await desk.poll(feed)).toMatchObject({ added: 2, refused: [] })
    expect(await desk.poll(feed)).toMatchObject({ added: 0, changed: 0, unchanged: 0 })
    expect(bell.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a"'])
    expect(await desk.articles()).toHaveLength(2)
  })

  it('takes no moved date for news, and keeps the first one', async () => {
    const bell = await site({ '/feed': document(RSS, rss(item({ guid: '1', words: STORY }))) })
    const desk = deskFor(bell.host)
    const feed = { kind: 'feed', url: bell.at('/feed') }
    await desk.poll(feed)
    const date = 'Thu, 05 Feb 2026 09:00:00 GMT'
    bell.answers['/feed'] = document(RSS, rss(item({ guid: '1', words: STORY, date })))
    expect(await desk.poll(feed)).toMatchObject({ changed: 0, unchanged: 1 })
    bell.answers['/feed'] = document(RSS, rss(item({ guid: '1', words: `${STORY} It sails.`, date })))
    expect(await desk.poll(feed)).toMatchObject({ changed: 1 })
    expect(await desk.articles()).toMatchObject([
      { publishedAt: '2026-02-04T09:00:00Z', version: { number: 2 } },
    ])
  })

  it('takes a story that is no longer listed for one that still stands', async () => {
    const bell = await site({ '/feed': document(RSS, rss(item({ guid: '1', words: STORY }))) })
    const desk = deskFor(bell.host)
    const feed = { kind: 'feed', url: bell.at('/feed') }
    await desk.poll(feed)
    bell.answers['/feed'] = document(RSS, rss())
    desk.pass(2 * DAY)
    await desk.poll(feed)
    desk.pass(2 * DAY)
    await desk.poll(feed)
    expect(await desk.articles()).toMatchObject([{ status: 'usable', version: { number: 1 } }])
  })

  it('takes the words from the page where the feed has only a summary', async () => {
    const bell = await site({
      '/feed': document(RSS, rss(item({ guid: '1', link: '/ferry' }))),
      '/ferry': document('text/html', page('Ferry stays', STORY)),
    })
    const desk = deskFor(bell.host)
    expect(await desk.poll({ kind: 'feed', url: bell.at('/feed') })).toMatchObject({ added: 1, refused: [] })
    expect(await desk.articles()).toMatchObject([
      {
        headline: 'Ferry stays',
        url: bell.at('/ferry'),
        publishedAt: '2026-02-04T09:00:00Z',
        outlet: 'The Tidewater Bell',
      },
    ])
  })

  it('fails as a whole, in words, and waits the longer the more often, or as long as the server asks', async () => {
    const bell = await site({ '/feed': status(503) })
    const desk = deskFor(bell.host)
    const feed = { kind: 'feed', url: bell.at('/feed'), every: '10m' }
    const waits = []
    for (let attempt = 0; attempt < 3; attempt++) {
      await desk.poll(feed)
      waits.push(Date.parse(desk.records.source('bell').nextTryAt ?? '') - desk.now().getTime())
    }
    expect(waits).toEqual([1_200_000, 2_400_000, 4_800_000])
    expect(desk.records.source('bell')).toMatchObject({
      failures: 3,
      succeededAt: null,
      error: expect.stringMatching('answered 503'),
    })
    bell.answers['/feed'] = status(429, { 'retry-after': '7200' })
    await desk.poll(feed)
    expect(Date.parse(desk.records.source('bell').nextTryAt ?? '') - desk.now().getTime()).toBe(9_600_000)
    bell.answers['/feed'] = document(RSS, rss())
    await desk.poll(feed)
    expect(desk.records.source('bell')).toMatchObject({ failures: 0, error: null })
  })

  it('reads no entry again that is as it was', async () => {
    const first = item({ guid: '1', words: STORY })
    const bell = await site({ '/feed': document(RSS, rss(first)) })
    const desk = deskFor(bell.host)
    const feed = { kind: 'feed', url: bell.at('/feed') }
    await desk.poll(feed)
    const { holds } = desk.archive
    const read: string[] = []
    desk.archive.holds = (story) => {
      read.push(story.headline)
      return holds(story)
    }
    bell.answers['/feed'] = document(RSS, rss(item({ guid: '2', words: `${STORY} Again.` }), first))
    expect(await desk.poll(feed)).toMatchObject({ added: 1, changed: 0, unchanged: 1 })
    bell.answers['/feed'] = document(RSS, rss(item({ guid: '1', title: 'Ferry sails', words: STORY })))
    expect(await desk.poll(feed)).toMatchObject({ added: 0, changed: 1, unchanged: 0 })
    expect(read).toEqual(['Story 2', 'Ferry sails'])
  })

  it('refuses an entry that cannot be read, as often as it is read, and takes in the others', async () => {
    const deep = item({ guid: '1', words: `${'<div>'.repeat(300)}${STORY}` })
    const bell = await site({ '/feed': document(RSS, rss(deep, item({ guid: '2', words: STORY }))) })
    const desk = deskFor(bell.host)
    for (const added of [1, 0])
      expect(await desk.poll({ kind: 'feed', url: bell.at('/feed') })).toMatchObject({
        added,
        refused: [{ message: `${bell.at('/1')}: text: nests tags more than 256 deep` }],
      })
  })

  it('is made again in full where it was broken off', async () => {
    const bell = await site({ '/feed': tagged(RSS, rss(item({ guid: '1', words: STORY })), '"a"') })
    const desk = deskFor(bell.host)
    desk.archive.keep = () => Promise.reject(new Error('The disk is full.'))
    await expect(desk.poll({ kind: 'feed', url: bell.at('/feed') })).rejects.toThrow('disk')
    expect(desk.records.validators(bell.at('/feed'))).toBeNull()
  })
})

describe('a poll of pages', () => {
  const pages = (bell: { at(path: string): string }) => ({
    kind: 'pages',
    urls: [bell.at('/ferry')],
    every: '1h',
  })

  it('asks again for a page by what its server gave', async () => {
    const bell = await site({ '/ferry': tagged('text/html', page('Ferry', STORY), '"1"') })
    const desk = deskFor(bell.host)
    expect(await desk.poll(pages(bell))).toMatchObject({ added: 1 })
    desk.pass(3600)
    expect(await desk.poll(pages(bell))).toMatchObject({ unchanged: 1 })
    bell.answers['/ferry'] = tagged('text/html', page('Ferry', `${STORY} It sails.`), '"2"')
    desk.pass(3600)
    expect(await desk.poll(pages(bell))).toMatchObject({ changed: 1 })
    expect(
      bell.asked.filter(({ path }) => path === '/ferry').map(({ headers }) => headers['if-none-match']),
    ).toEqual([undefined, '"1"', '"1"'])
  })

  it('takes a page that is gone for withdrawn when it still is a day later, and says so', async () => {
    const bell = await site({ '/ferry': document('text/html', page('Ferry', STORY)) })
    const desk = deskFor(bell.host)
    await desk.poll(pages(bell))
    bell.answers['/ferry'] = status(410)
    const passed = [3600, 3600, DAY]
    const seen = []
    for (const seconds of passed) {
      desk.pass(seconds)
      await desk.poll(pages(bell))
      seen.push((await desk.articles())[0]?.status)
    }
    expect(seen).toEqual(['usable', 'usable', 'retracted'])
    expect((await desk.articles())[0]?.correction).toBe(
      'Its page was no longer on the site on 2026-02-04 and 2026-02-05.',
    )
    bell.answers['/ferry'] = document('text/html', page('Ferry', STORY))
    desk.pass(DAY)
    await desk.poll(pages(bell))
    expect(await desk.articles()).toMatchObject([{ status: 'usable', correction: null }])
  })

  it.each([
    ['a server in trouble', status(500)],
    ['one that asks to wait', status(429)],
  ])('takes nothing for withdrawn because of %s', async (_, answer) => {
    const bell = await site({ '/ferry': document('text/html', page('Ferry', STORY)) })
    const desk = deskFor(bell.host)
    await desk.poll(pages(bell))
    bell.answers['/ferry'] = answer
    for (const seconds of [DAY, DAY, DAY]) {
      desk.pass(seconds)
      await desk.poll(pages(bell))
    }
    expect(await desk.articles()).toMatchObject([{ status: 'usable' }])
  })

  it('leaves pages alone that robots.txt keeps to the site', async () => {
    const bell = await site({
      '/robots.txt': document('text/plain', 'User-agent: *\nDisallow: /ferry\n'),
      '/ferry': document('text/html', page('Ferry', STORY)),
    })
    const desk = deskFor(bell.host)
    const { refused } = await desk.poll(pages(bell))
    expect(refused.map(({ message }) => message)).toEqual([
      `${bell.at('/ferry')}: robots.txt: does not allow it`,
    ])
    expect(bell.asked.map(({ path }) => path)).toEqual(['/robots.txt'])
  })
})

it('a source on the outside leads to no page on the inside', async () => {
  const inner = await site({ '/ferry': document('text/html', page('Ferry', STORY)) })
  const desk = deskFor(inner.host)
  const fetched: string[] = []
  const outer = rss(item({ guid: '1', link: inner.at('/ferry') }))
  const validators = { etag: null, lastModified: null }
  const { summary } = await desk.pollWith({ kind: 'feed', url: 'https://bell.example/feed' }, async (url) => {
    fetched.push(url)
    return { url, type: 'text/xml', text: outer, validators, maxAge: null, hasNextPage: false }
  })
  expect(summary.refused.map(({ message }) => message)).toEqual([
    `${inner.at('/ferry')}: address: is on the inside, and was named from outside`,
  ])
  expect(fetched).toEqual(['https://bell.example/feed'])
  expect(inner.asked).toEqual([])
})

it('a sitemap on the outside leads to no sitemap on the inside', async () => {
  const inner = await site({ '/news.xml': document('text/xml', '<urlset/>') })
  const desk = deskFor(inner.host)
  const validators = { etag: null, lastModified: null }
  const index = `<sitemapindex><sitemap><loc>${inner.at('/news.xml')}</loc></sitemap></sitemapindex>`
  await desk.pollWith({ kind: 'sitemap', url: 'https://bell.example/news.xml' }, async (url) => ({
    ...{ url, type: 'text/xml', text: index, validators, maxAge: null, hasNextPage: false },
  }))
  expect(desk.records.source('bell').error).toMatch(/is on the inside, and was named from outside$/u)
  expect(inner.asked).toEqual([])
})

it('a page that breaks what reads it takes no other with it', async () => {
  const bell = await site({
    '/news.xml': document(
      'text/xml',
      '<urlset><url><loc>/a</loc></url><url><loc>/b</loc></url><url><loc>/c</loc></url></urlset>',
    ),
    '/a': document('text/html', `<p class="${'o '.repeat(1_000_000)}">${STORY}</p>`),
    '/b': document('text/html', '<div>'.repeat(5000)),
    '/c': document('text/html', page('Ferry', STORY)),
  })
  const { added, refused } = await deskFor(bell.host).poll({ kind: 'sitemap', url: bell.at('/news.xml') })
  expect(added).toBe(1)
  expect(refused.map(({ message }) => message)).toEqual([
    expect.stringContaining(`${bell.at('/a')}: document: cannot be read`),
    `${bell.at('/b')}: text: nests tags more than 256 deep`,
  ])
})

it('a sitemap leads to its pages, and again only to those that it says have changed', async () => {
  const map = (lastmod: string) =>
    document(
      'text/xml',
      `<urlset><url><loc>/a</loc><lastmod>2026-02-01</lastmod></url><url><loc>/b</loc><lastmod>${lastmod}</lastmod></url></urlset>`,
    )
  const bell = await site({
    '/news.xml': map('2026-02-01'),
    '/a': document('text/html', page('Ferry', STORY)),
    '/b': document('text/html', page('Bridge', STORY.replaceAll('ferry', 'bridge'))),
  })
  const desk = deskFor(bell.host)
  const sitemap = { kind: 'sitemap', url: bell.at('/news.xml'), every: '1h' }
  expect(await desk.poll(sitemap)).toMatchObject({ added: 2, refused: [] })
  bell.answers['/news.xml'] = map('2026-02-02')
  await desk.poll(sitemap)
  expect(bell.asked.map(({ path }) => path)).toEqual([
    '/news.xml',
    '/robots.txt',
    '/a',
    '/b',
    '/news.xml',
    '/b',
  ])
})

it('a folder is watched for files that are new or have changed, once they are whole', async () => {
  const folder = await folderWith({ 'a.txt': 'The otter is back.', 'b.json': '{"uri":' })
  const settle = (name: string) => utimes(join(folder, name), new Date(), new Date(Date.now() - 60_000))
  const desk = deskFor()
  const watched = { kind: 'folder', path: folder }
  expect(await desk.poll(watched)).toMatchObject({ added: 0, refused: [] })
  await settle('a.txt')
  await settle('b.json')
  expect(await desk.poll(watched)).toMatchObject({ added: 1, refused: [{ field: 'json' }] })
  expect(desk.records.source('bell').error).toMatch(/^1 refused, the first: .*b\.json/u)
  expect(await desk.poll(watched)).toMatchObject({ added: 0, unchanged: 0, refused: [] })
  await writeFile(join(folder, 'a.txt'), 'The otter has left.')
  await settle('a.txt')
  expect(await desk.poll(watched)).toMatchObject({ changed: 1 })
})

it('a story whose file was taken out of a watched folder reads as retracted, until it is back', async () => {
  const folder = await folderWith({ 'a.txt': 'The otter is back.', 'in/b.txt': 'The ferry stands still.' })
  const settle = (name: string) => utimes(join(folder, name), new Date(), new Date(Date.now() - 60_000))
  await settle('a.txt')
  await settle('in/b.txt')
  const desk = deskFor()
  const watched = { kind: 'folder', path: folder }
  const statuses = async () => (await desk.articles()).map(({ status }) => status)
  await desk.poll(watched)

  await rename(join(folder, 'a.txt'), join(folder, 'c.txt'))
  for (let pass = 0; pass < 3; pass++) await desk.poll(watched)
  expect(await statuses()).toEqual(['usable', 'usable'])

  await rename(join(folder, 'c.txt'), join(folder, 'c.taken'))
  expect(await desk.poll(watched)).toMatchObject({ changed: 0 })
  expect(await desk.poll(watched)).toMatchObject({ changed: 1 })
  expect(await desk.poll(watched)).toMatchObject({ changed: 0 })
  expect((await statuses()).toSorted()).toEqual(['retracted', 'usable'])

  await rename(join(folder, 'c.taken'), join(folder, 'c.txt'))
  expect(await desk.poll(watched)).toMatchObject({ changed: 1 })
  expect(await statuses()).toEqual(['usable', 'usable'])

  await rename(folder, `${folder}-away`)
  for (let pass = 0; pass < 3; pass++) await desk.poll(watched)
  expect(await statuses()).toEqual(['usable', 'usable'])
})

it('a page that shares no paragraph with the story at its address does not replace it', async () => {
  const canonical = '<link rel="canonical" href="https://bell.example/story-of-the-day">'
  const bell = await site({
    '/ferry': document('text/html', page('Ferry', STORY, canonical)),
    '/tug': document(
      'text/html',
      page('Tug', 'The tug has sunk in the storm.\nAll hands were saved by the pilots.', canonical),
    ),
  })
  const desk = deskFor(bell.host)
  const summary = await desk.poll({ kind: 'pages', urls: [bell.at('/ferry'), bell.at('/tug')] })
  expect(summary).toMatchObject({ added: 1, changed: 0, refused: [{ field: 'version' }] })
  expect(await desk.articles()).toMatchObject([{ headline: 'Ferry', version: { number: 1 } }])
  expect(desk.records.source('bell').error).toMatch(/shares no paragraph/u)
})

it('two sources that carry one story make one article, each version once', async () => {
  const bell = await site({
    '/feed': document(RSS, rss(item({ guid: '1', link: '/ferry', words: STORY }))),
    '/ferry': document('text/html', page('Ferry', `${STORY}\nThe page has more of it.`)),
  })
  const desk = deskFor(bell.host)
  const feed = { kind: 'feed', url: bell.at('/feed') }
  const pages = { name: 'pages', kind: 'pages', urls: [bell.at('/ferry')], every: '1h' }
  for (const source of [feed, pages, feed, pages]) {
    await desk.poll(source)
    desk.pass(3600)
  }
  expect(await desk.articles()).toMatchObject([{ version: { number: 2 } }])
})
